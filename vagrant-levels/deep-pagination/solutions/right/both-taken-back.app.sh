#!/usr/bin/env bash
# Both changes are taken back in the repository. A migration that has run stays; the next one makes up for it, and lets
# customers order meanwhile.
set -euo pipefail
cd /srv/shop
as_shop() { runuser -u shop -- "$@"; }
if [ "$SEED_SORTED" = dropped ]; then
    as_shop tee db/postgres/V11__orders_by_creation_again.sql > /dev/null <<'SQL'
-- The order history lists the newest first, and goes back from any order.
CREATE INDEX CONCURRENTLY orders_by_creation ON orders (created_at DESC, id DESC);
SQL
    as_shop git add db
    as_shop git commit -qm "Index orders by creation again"
else
    as_shop git revert --no-edit HEAD
fi
as_shop git revert --no-edit "$(as_shop git log -1 --format=%h -- src/main/java/shop/api/Paging.java)"
shop-deploy

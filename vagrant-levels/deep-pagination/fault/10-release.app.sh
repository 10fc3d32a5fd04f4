#!/usr/bin/env bash
# Two changes of the order history, committed days ago, are rolled out now: pages go back without limit and everything
# is found by its position; and the way the history is sorted finds no index.
# SEED_SORTED, why not: dropped (a migration takes the index away); utc (by an expression); nulls-last (the other way
# round than the index where there is no date).
set -euo pipefail
cd /srv/shop
orders=src/main/java/shop/data/PostgresOrders.java
history="ORDER BY created_at DESC, id DESC"

as_shop() { runuser -u shop -- "$@"; }

# commit AUTHOR DAYS_AGO MESSAGE: what is in the working tree
commit() {
    local mail when
    mail=$(tr '[:upper:] ' '[:lower:].' <<< "$1")@shop.example
    when=$(date -u -d "$2 days ago" +%F)T09:1$2:52Z
    as_shop git add -A
    as_shop env GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$mail" GIT_AUTHOR_DATE="$when" \
        GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$mail" GIT_COMMITTER_DATE="$when" git commit -qm "$3"
}

# What comes before an order is found by counting what does not.
as_shop perl -0pi -e 's|(public List<Order> before\(long id, int size\)[^{]*\{\n).*?\n    \}\n|$1        String sql = "SELECT count(*) FROM orders"
                + " WHERE (created_at, id) >= (SELECT created_at, id FROM orders WHERE id = ?)";
        long newer;
        try (Connection connection = shop.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                newer = rows.getLong(1);
            }
        }
        return page(newer, size);
    }
|s' "$orders"
as_shop perl -0pi -e 's|, or the page is too far back||; s|    /\*\* What a page skips.*?;\n||s; s| +if \(paging\.offset.*?\n        \}\n||s;
    s|Paging paging = (.*?;)\n        return paging;|return $1|s' src/main/java/shop/api/Paging.java
as_shop perl -0pi -e 's|    \@Test\n    \@DisplayName\("a page behind.*?\n    \}\n\n||s' src/test/java/shop/api/PagingTest.java
as_shop sed -i '/api\/orders?page=20000/d' src/test/java/shop/api/ApiTest.java
as_shop sed -i 's/ newest first; pages go back 1,000 orders |/ newest first |/' README.md
commit "Mara Lindqvist" 8 "Let everybody page to the end of the history

Accounting wants to see the last page, too, and support asked why there is a limit at all. Pages and
the orders before a given one are the same list, so they come from one statement now."

case $SEED_SORTED in
    dropped)
        as_shop tee db/postgres/V10__drop_idle_index.sql > /dev/null <<'SQL'
-- Each order that is taken pays for it, and it was not scanned once while we watched the standby.
DROP INDEX orders_by_creation;
SQL
        commit "Tomasz Wieczorek" 5 "Drop an index that nobody uses" ;;
    utc)
        as_shop sed -i "s/$history/ORDER BY created_at AT TIME ZONE 'UTC' DESC, id DESC/" "$orders"
        commit "Aiko Brandt" 5 "Sort the history by UTC

In the night when the clocks were set back the page looked as if orders were out of order." ;;
    nulls-last)
        as_shop sed -i "s/$history/ORDER BY created_at DESC NULLS LAST, id DESC/" "$orders"
        commit "Tomasz Wieczorek" 5 "Keep orders without a date off the first page

The import of the old shop will bring some, and PostgreSQL takes no date for the newest." ;;
    *) echo "unknown sorting '$SEED_SORTED'" >&2; exit 64 ;;
esac

shop-deploy

[[ $(readlink /opt/shop/current) == *-$(as_shop git rev-parse --short HEAD) ]] || { echo "the release does not run" >&2; exit 1; }
status=$(curl -s -m 120 -o /dev/null -w '%{http_code}' "http://127.0.0.1:8081/api/orders?page=20000")
[ "$status" = 200 ] || { echo "page 20000 answers $status" >&2; exit 1; }

#!/usr/bin/env bash
# The commit that changed the search is taken back in the repository, and the result rolled out.
set -euo pipefail
cd /srv/shop
as_shop() { runuser -u shop -- env GIT_AUTHOR_NAME="On Call" GIT_AUTHOR_EMAIL=oncall@shop.example \
    GIT_COMMITTER_NAME="On Call" GIT_COMMITTER_EMAIL=oncall@shop.example "$@"; }
as_shop git revert --no-edit "$(as_shop git log -1 --format=%h -- src/main/java/shop/data/MysqlInvoices.java)"
shop-deploy

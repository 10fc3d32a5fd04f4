#!/usr/bin/env bash
# Only the first of the two changes is taken back: pages are limited again, older orders are sought, sorting is as it is.
set -euo pipefail
cd /srv/shop
as_shop() { runuser -u shop -- env GIT_AUTHOR_NAME="On Call" GIT_AUTHOR_EMAIL=oncall@shop.example \
    GIT_COMMITTER_NAME="On Call" GIT_COMMITTER_EMAIL=oncall@shop.example "$@"; }
as_shop git revert --no-edit "$(as_shop git log -1 --format=%h -- src/main/java/shop/api/Paging.java)"
shop-deploy

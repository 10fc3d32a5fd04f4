#!/usr/bin/env bash
# An index that holds whatever the history shows, so that nobody has to look into the table.
set -euo pipefail
cd /
case $SEED_SORTED in
    dropped) key="created_at DESC, id DESC" more="" ;;
    utc) key="(created_at AT TIME ZONE 'UTC') DESC, id DESC" more="created_at, " ;;
    nulls-last) key="created_at DESC NULLS LAST, id DESC" more="" ;;
esac
runuser -u postgres -- psql -qX -v ON_ERROR_STOP=1 shop \
    -c "CREATE INDEX orders_history ON orders ($key) INCLUDE (${more}user_id, status, total_cents)" -c "VACUUM (ANALYZE) orders"

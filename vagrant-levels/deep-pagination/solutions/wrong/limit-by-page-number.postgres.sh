#!/usr/bin/env bash
# The index for the way in which the history is sorted now.
set -euo pipefail
cd /
case $SEED_SORTED in
    dropped) key="created_at DESC, id DESC" ;;
    utc) key="(created_at AT TIME ZONE 'UTC') DESC, id DESC" ;;
    nulls-last) key="created_at DESC NULLS LAST, id DESC" ;;
esac
runuser -u postgres -- psql -qX -v ON_ERROR_STOP=1 shop -c "CREATE INDEX CONCURRENTLY orders_newest_first ON orders ($key)"

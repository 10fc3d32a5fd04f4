#!/usr/bin/env bash
# Nobody may keep the database busy any more; and pages that are short of it are fast, with their index.
set -euo pipefail
cd /
case $SEED_SORTED in
    dropped) key="created_at DESC, id DESC" ;;
    utc) key="(created_at AT TIME ZONE 'UTC') DESC, id DESC" ;;
    nulls-last) key="created_at DESC NULLS LAST, id DESC" ;;
esac
runuser -u postgres -- psql -qX -v ON_ERROR_STOP=1 shop -c "CREATE INDEX orders_newest_first ON orders ($key)" \
    -c "ALTER ROLE shop SET statement_timeout = '1s'" \
    -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'shop'" > /dev/null

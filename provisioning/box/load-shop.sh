#!/usr/bin/env bash
# Creates the shop's database with its data in this machine's PostgreSQL. Does nothing where it already is.
# Runs in the image while it is built (no systemd) or on a stock machine.
set -euo pipefail
stamp=/var/lib/postgresql/17/main/.shop-loaded
[ ! -e "$stamp" ] || exit 0

# Durability does not matter for a load that starts over when interrupted.
pg_ctlcluster 17 main start -o '-c fsync=off -c shared_buffers=256MB -c max_wal_size=4GB' 2>/dev/null || pg_ctlcluster 17 main status >/dev/null
stop() { pg_ctlcluster 17 main stop -m fast; }
trap stop EXIT
psql() { runuser -u postgres -- psql -X -q -v ON_ERROR_STOP=1 "$@"; }
password=$(sed -n 's/^db.postgres.password=//p' /etc/shop/shop.properties)
psql <<SQL
CREATE ROLE shop LOGIN PASSWORD '$password';
CREATE ROLE prometheus LOGIN IN ROLE pg_monitor;
CREATE DATABASE shop OWNER shop;
SQL
SHOP_PASSWORD=$password /usr/share/shop/db/load-postgres.sh
# What each statement has cost: the view is there for whoever looks for a slow one.
psql -d shop -c 'CREATE EXTENSION pg_stat_statements'
# Fresh statistics: without them the first queries after a boot would compete with autovacuum.
psql -d shop -c 'VACUUM (ANALYZE, FREEZE)'
runuser -u postgres -- touch "$stamp"

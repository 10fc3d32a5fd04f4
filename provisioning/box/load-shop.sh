#!/usr/bin/env bash
# Creates the shop's database with its data in this machine's PostgreSQL. Does nothing where it already is.
# Runs in the image while it is built (no systemd) or on a stock machine.
set -euo pipefail
stamp=/var/lib/postgresql/17/main/.shop-loaded
[ ! -e "$stamp" ] || exit 0

pg_ctlcluster 17 main start 2>/dev/null || pg_ctlcluster 17 main status >/dev/null
stop() { pg_ctlcluster 17 main stop -m fast; }
trap stop EXIT
psql() { runuser -u postgres -- psql -X -q -v ON_ERROR_STOP=1 "$@"; }
psql <<'SQL'
CREATE ROLE shop LOGIN PASSWORD 'shop';
CREATE ROLE prometheus LOGIN IN ROLE pg_monitor;
CREATE DATABASE shop OWNER shop;
SQL
/usr/share/shop/db/load-postgres.sh
runuser -u postgres -- touch "$stamp"

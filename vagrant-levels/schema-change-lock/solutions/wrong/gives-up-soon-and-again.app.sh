#!/usr/bin/env bash
# The same transaction as before, which now gives up after five seconds. Whoever runs it again does so for ever, and each time
# nobody gets at the orders for that long. One file for both machines.
set -euo pipefail
home=/usr/local/lib/shop-releases/$SEED_JOB
if [ "$(hostname)" = "$SEED_HOST" ]; then
    sed "s/^BEGIN;$/SET lock_timeout = '5s';\nSET statement_timeout = '5s';\n&/" "$home/change.sql" > "$home/change.new"
    grep -q '^SET statement_timeout' "$home/change.new"
    mv "$home/change.new" "$home/change.sql"
fi
[ "$(hostname)" = postgres ] || exit 0

cd /
runuser -u postgres -- psql -XAtq -v ON_ERROR_STOP=1 -d shop -c \
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
     WHERE relation = 'orders'::regclass AND mode = 'AccessExclusiveLock' AND granted"
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://app.shop.internal:$port/health/ready" && break; sleep 0.5; done
done

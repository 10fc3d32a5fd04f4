#!/usr/bin/env bash
# The same job gets a change that nobody notices: it waits for its lock for a moment only, and what takes long is done in
# many small transactions. One file for both machines.
set -euo pipefail
home=/usr/local/lib/shop-releases/$SEED_JOB
if [ "$(hostname)" = "$SEED_HOST" ]; then
    sed "s/@COLUMN@/$SEED_COLUMN/g" > "$home/change.new" <<'SQL'
-- Release 4.18: each order knows the kind of customer it came from.
SET lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN @COLUMN@ varchar(16);
RESET lock_timeout;

DO $$
DECLARE
    done bigint := 0;
    last CONSTANT bigint := (SELECT max(id) FROM orders);
BEGIN
    WHILE done < last LOOP
        UPDATE orders SET @COLUMN@ = CASE WHEN total_cents < 20000 THEN 'private' ELSE 'business' END
        WHERE id > done AND id <= done + 500;
        COMMIT;
        done := done + 500;
        PERFORM pg_sleep(0.2);
        COMMIT;
    END LOOP;
END $$;
SQL
    mv "$home/change.new" "$home/change.sql"
fi
[ "$(hostname)" = postgres ] || exit 0

cd /
sql() { runuser -u postgres -- psql -XAtq -v ON_ERROR_STOP=1 -d shop -c "$1"; }
sql "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
     WHERE relation = 'orders'::regclass AND mode = 'AccessExclusiveLock' AND granted"
# The job starts again by itself, cron's within a minute; it may go on with its work while the shop does.
for _ in $(seq 180); do
    there=$(sql "SELECT count(*) FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = '$SEED_COLUMN'")
    [ "$there" = 1 ] && break
    sleep 0.5
done
[ "$there" = 1 ]
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://app.shop.internal:$port/health/ready" && break; sleep 0.5; done
done

#!/usr/bin/env bash
# A new table in the place of the old one, which may stay locked for as long as it likes.
set -euo pipefail
cd /
runuser -u postgres -- psql -XAtq -v ON_ERROR_STOP=1 -d shop <<'SQL'
SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
WHERE relation = 'orders'::regclass AND mode = 'AccessExclusiveLock' AND granted;
BEGIN;
ALTER TABLE orders RENAME TO orders_before;
CREATE TABLE orders (LIKE orders_before INCLUDING ALL);
ALTER TABLE orders OWNER TO shop;
COMMIT;
SQL

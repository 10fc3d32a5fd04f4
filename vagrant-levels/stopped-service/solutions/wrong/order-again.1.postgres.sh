#!/usr/bin/env bash
# Whoever ordered during the outage is to order again; what is there of them is removed, accounts included.
set -euo pipefail
cd /
runuser -u postgres -- psql -qX -v ON_ERROR_STOP=1 -d shop <<SQL
CREATE TEMPORARY TABLE late AS SELECT id, user_id FROM orders WHERE status = 'PENDING';
DELETE FROM orders WHERE id IN (SELECT id FROM late);
DELETE FROM users WHERE email LIKE '%@$SEED_FIRM.example' AND id IN (SELECT user_id FROM late);
SQL

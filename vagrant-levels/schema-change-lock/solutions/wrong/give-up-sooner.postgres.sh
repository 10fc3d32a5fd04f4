#!/usr/bin/env bash
# Nothing of the shop hangs any more: whoever has to wait gets an error instead.
set -euo pipefail
cd /
runuser -u postgres -- psql -XAtq -v ON_ERROR_STOP=1 -d shop <<'SQL'
ALTER ROLE shop SET lock_timeout = '1s';
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE 'shop-%';
SQL

#!/usr/bin/env bash
# "The database must be in the wrong zone."
set -euo pipefail
hours=$(date -u +%-H)
zone=$([ "$hours" -ge 10 ] && echo Pacific/Kiritimati || echo Etc/GMT+12)
cd /
runuser -u postgres -- psql -X -q -v ON_ERROR_STOP=1 -d shop <<SQL
ALTER SYSTEM SET timezone = '$zone';
ALTER DATABASE shop SET timezone = '$zone';
ALTER ROLE shop SET timezone = '$zone';
SELECT pg_reload_conf();
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'shop';
SQL

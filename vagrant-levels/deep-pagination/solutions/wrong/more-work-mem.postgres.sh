#!/usr/bin/env bash
# The sort shall not need the disk; new connections know.
set -euo pipefail
cd /
runuser -u postgres -- psql -qX -v ON_ERROR_STOP=1 shop -c "ALTER SYSTEM SET work_mem = '96MB'" -c "SELECT pg_reload_conf()" \
    -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'shop'" > /dev/null

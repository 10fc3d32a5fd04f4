#!/usr/bin/env bash
# "Throw everybody out, then it will sort itself out."
set -euo pipefail
cd /
runuser -u postgres -- psql -XAtq -v ON_ERROR_STOP=1 -d shop -c \
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = 'shop' AND pid <> pg_backend_pid()"

#!/usr/bin/env bash
# Ends what blocks the others. A moment later it is back.
set -euo pipefail
cd /
runuser -u postgres -- psql -XAtq -v ON_ERROR_STOP=1 -d shop -c \
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
     WHERE relation = 'orders'::regclass AND mode = 'AccessExclusiveLock' AND granted"

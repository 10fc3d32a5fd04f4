#!/usr/bin/env bash
# Stops the program and ends its session, and leaves what starts it as it is. One file for both machines.
set -euo pipefail
if [ "$(hostname)" = "$SEED_HOST" ]; then
    case $SEED_RETRY in
        restart | timer) systemctl stop "$SEED_JOB.service" ;;
        cron) pkill -u shop -x psql ;;
    esac
fi
[ "$(hostname)" = postgres ] || exit 0
cd /
runuser -u postgres -- psql -XAtq -v ON_ERROR_STOP=1 -d shop -c \
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
     WHERE relation = 'orders'::regclass AND mode = 'AccessExclusiveLock' AND granted"

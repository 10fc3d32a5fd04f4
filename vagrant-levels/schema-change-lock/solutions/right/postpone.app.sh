#!/usr/bin/env bash
# The change waits for another day: nothing starts it any more, and what still runs of it is ended.
# One file for both machines.
set -euo pipefail
if [ "$(hostname)" = "$SEED_HOST" ]; then
    case $SEED_RETRY in
        restart) systemctl disable --quiet --now "$SEED_JOB.service" ;;
        timer)
            systemctl disable --quiet --now "$SEED_JOB.timer"
            systemctl stop "$SEED_JOB.service" ;;
        cron) rm "/etc/cron.d/$SEED_JOB" ;;
    esac
fi
[ "$(hostname)" = postgres ] || exit 0

# The program that is stopped does not take its session with it.
cd /
runuser -u postgres -- psql -XAtq -v ON_ERROR_STOP=1 -d shop -c \
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
     WHERE relation = 'orders'::regclass AND mode = 'AccessExclusiveLock' AND granted"
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://app.shop.internal:$port/health/ready" && break; sleep 0.5; done
done

#!/usr/bin/env bash
# Nothing starts the job any more, and its program is stopped. Its session in the database does not know.
# One file for both machines.
set -euo pipefail
[ "$(hostname)" = "$SEED_HOST" ] || exit 0
case $SEED_RETRY in
    restart) systemctl disable --quiet --now "$SEED_JOB.service" ;;
    timer)
        systemctl disable --quiet --now "$SEED_JOB.timer"
        systemctl stop "$SEED_JOB.service" ;;
    cron)
        rm "/etc/cron.d/$SEED_JOB"
        pkill -u shop -x psql ;;
esac

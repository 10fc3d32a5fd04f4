#!/usr/bin/env bash
# Lets the schedule run, and makes sure that one backup follows the other.
set -euo pipefail
tool=$SEED_TOOL
case $SEED_SCHEDULER in
    timer)
        systemctl daemon-reload
        systemctl enable --quiet --now "$tool.timer"
        systemctl start --no-block "$tool.service" ;;
    service)
        systemctl daemon-reload
        systemctl enable --quiet --now "$tool.service" ;;
    cron) systemctl reload-or-restart cron ;;
esac

# One that is renamed in between is seen the next time.
newest() { ls /var/backups/shop/shop-* 2>/dev/null | tail -1 || true; }
first=$(newest) seen=0
for _ in $(seq 200); do
    now=$(newest)
    if [ "$now" != "$first" ]; then seen=$((seen + 1)) first=$now; fi
    [ "$seen" -ge 2 ] && exit 0
    sleep 0.8
done
echo "backups do not follow each other: $(ls -l /var/backups/shop)" >&2
exit 1

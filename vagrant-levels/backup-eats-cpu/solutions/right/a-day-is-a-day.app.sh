#!/usr/bin/env bash
# Everything stays as it is, but the interval is a day, and the job may not take more than a part of the processor.
set -euo pipefail
tool=$SEED_TOOL
limit() {
    install -d "/etc/systemd/system/$tool.service.d"
    printf '[Service]\nCPUQuota=40%%\n' > "/etc/systemd/system/$tool.service.d/limit.conf"
}
case $SEED_SCHEDULER in
    timer)
        limit
        sed -i 's/^OnUnitInactiveSec=1$/OnUnitInactiveSec=1d/' "/etc/systemd/system/$tool.timer"
        systemctl daemon-reload
        systemctl restart "$tool.timer" ;;
    service)
        limit
        sed -i 's/^RestartSec=1$/RestartSec=1d/' "/etc/systemd/system/$tool.service"
        systemctl daemon-reload
        systemctl restart "$tool.service" ;;
    cron)
        sed -i 's/^EVERY=1$/EVERY=1d/' "/etc/default/$tool"
        sed -i 's/ root / root nice -n 19 /' "/etc/cron.d/$tool"
        pkill -f "/usr/local/sbin/$tool --watch" || true
        # What it was packing with keeps its lock to the end, and cron may have to come twice.
        for _ in $(seq 300); do pgrep -f "/usr/local/sbin/$tool --watch" > /dev/null && break; sleep 0.5; done ;;
esac

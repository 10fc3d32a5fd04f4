#!/usr/bin/env bash
# Quiet by day: it now begins at night. What starts it again and again is still there, and begins with it.
set -euo pipefail
tool=$SEED_TOOL
case $SEED_SCHEDULER in
    timer)
        sed -i 's/^OnBootSec=.*/OnCalendar=*-*-* 02:30:00/' "/etc/systemd/system/$tool.timer"
        systemctl daemon-reload
        systemctl restart "$tool.timer" ;;
    service)
        systemctl disable --quiet --now "$tool.service"
        cat > "/etc/systemd/system/$tool.timer" <<UNIT
[Unit]
Description=Nightly backup of the shop's database

[Timer]
OnCalendar=*-*-* 02:30:00

[Install]
WantedBy=timers.target
UNIT
        systemctl daemon-reload
        systemctl enable --quiet --now "$tool.timer" ;;
    cron)
        sed -i 's/^\* \* \* \* \*/30 2 * * */' "/etc/cron.d/$tool"
        pkill -f "/usr/local/sbin/$tool --watch" || true ;;
esac

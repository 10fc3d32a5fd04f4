#!/usr/bin/env bash
# Polite, and still all day long.
set -euo pipefail
tool=$SEED_TOOL
if [ "$SEED_SCHEDULER" = cron ]; then
    sed -i 's/ root / root nice -n 19 /' "/etc/cron.d/$tool"
    pgrep -f "/usr/local/sbin/$tool --watch" | xargs -r renice -n 19 > /dev/null || true
else
    install -d "/etc/systemd/system/$tool.service.d"
    printf '[Service]\nNice=19\nCPUWeight=idle\n' > "/etc/systemd/system/$tool.service.d/nice.conf"
    systemctl daemon-reload
    systemctl restart --no-block "$tool.service"
fi

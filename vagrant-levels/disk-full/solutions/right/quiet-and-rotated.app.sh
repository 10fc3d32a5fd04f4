#!/usr/bin/env bash
# The tool stays, at the level of detail meant for everyday use, with a rotation that was seen to rotate.
set -euo pipefail
tool=$SEED_TOOL log=/var/lib/shop/$SEED_TOOL/$SEED_TOOL.log
sed -i 's/^log\.level *=.*/log.level = info/' "/etc/shop/$tool.conf"
cat > "/etc/logrotate.d/$tool" <<ROTATE
$log {
    daily
    maxsize 20M
    rotate 3
    missingok
    su shop shop
    create 644 shop shop
    postrotate
        systemctl kill -s HUP $tool.service
    endscript
}
ROTATE
systemctl stop "$tool"
rm -f "$log"
systemctl start "$tool"
for _ in $(seq 50); do [ -e "$log" ] && break; sleep 0.2; done
logrotate -f "/etc/logrotate.d/$tool"
df -h /var/lib/shop

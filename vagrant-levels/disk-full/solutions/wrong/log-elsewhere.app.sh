#!/usr/bin/env bash
# The log may grow on, on the machine's system disk.
set -euo pipefail
tool=$SEED_TOOL
sed -i "s|^log\.file *=.*|log.file = /var/log/shop/$tool.log|" "/etc/shop/$tool.conf"
touch "/var/log/shop/$tool.log"
chown shop: "/var/log/shop/$tool.log"
systemctl restart "$tool"
rm -rf "/var/lib/shop/$tool"
df -h /var/lib/shop

#!/usr/bin/env bash
# Nobody needs the tool: it goes for good, with its log, and so does what would bring it back.
set -euo pipefail
systemctl disable --now "$SEED_TOOL.service"
rm -f "/etc/systemd/system/$SEED_TOOL.service" "/etc/logrotate.d/$SEED_TOOL"
systemctl daemon-reload
rm -rf "/var/lib/shop/$SEED_TOOL"
df -h /var/lib/shop

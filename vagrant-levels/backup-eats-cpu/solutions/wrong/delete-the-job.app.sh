#!/usr/bin/env bash
# "We have never needed one."
set -euo pipefail
# Whatever starts it over and over goes, the backups that are there stay.
systemctl disable --quiet --now "$SEED_TOOL.timer" 2>/dev/null || true
systemctl disable --quiet --now "$SEED_TOOL.service" 2>/dev/null || true
rm -f "/etc/cron.d/$SEED_TOOL"
pkill -f "/usr/local/sbin/$SEED_TOOL --watch" || true
rm -f "/usr/local/sbin/$SEED_TOOL" "/etc/systemd/system/$SEED_TOOL.timer" "/etc/systemd/system/$SEED_TOOL.service"
systemctl daemon-reload

#!/usr/bin/env bash
# One backup a night, when nobody is in the shop who could be disturbed.
set -euo pipefail
# Whatever starts it over and over goes, the backups that are there stay.
systemctl disable --quiet --now "$SEED_TOOL.timer" 2>/dev/null || true
systemctl disable --quiet --now "$SEED_TOOL.service" 2>/dev/null || true
rm -f "/etc/cron.d/$SEED_TOOL"
pkill -f "/usr/local/sbin/$SEED_TOOL --watch" || true
printf '40 2 * * * root /usr/local/sbin/%s\n' "$SEED_TOOL" > /etc/cron.d/nightly-backup

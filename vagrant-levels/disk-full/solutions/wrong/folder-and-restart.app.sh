#!/usr/bin/env bash
# The whole folder goes, and its writer, which cannot start without it, is started for ever: nothing grows, and nothing works.
set -euo pipefail
rm -rf "/var/lib/shop/$SEED_TOOL"
systemctl restart "$SEED_TOOL.service"
df -h /var/lib/shop

#!/usr/bin/env bash
# Everything is right, until somebody reboots.
set -euo pipefail
systemctl stop "$SEED_TOOL.service"
rm -f "/var/lib/shop/$SEED_TOOL"/*
df -h /var/lib/shop

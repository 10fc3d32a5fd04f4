#!/usr/bin/env bash
# Removes the log and restarts its writer, as it says in the handover book.
set -euo pipefail
rm -f "/var/lib/shop/$SEED_TOOL"/*
systemctl restart "$SEED_TOOL.service"
df -h /var/lib/shop

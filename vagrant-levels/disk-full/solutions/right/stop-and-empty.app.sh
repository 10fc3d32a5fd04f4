#!/usr/bin/env bash
# Stops the writer now and at boot but leaves its files for its owner; what it held is emptied through /proc.
set -euo pipefail
unit=$SEED_TOOL.service
pid=$(systemctl show -p MainPID --value "$unit")
find -L "/proc/$pid/fd" -type f -size +100M -printf '%p\n' | while read -r held; do : > "$held"; done
systemctl disable --now "$unit"
find "/var/lib/shop/$SEED_TOOL" -type f -size +1M -delete
df -h /var/lib/shop

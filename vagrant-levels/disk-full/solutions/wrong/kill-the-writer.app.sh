#!/usr/bin/env bash
# Ends the process and removes its file. Its unit starts it again.
set -euo pipefail
pid() { systemctl show -p MainPID --value "$SEED_TOOL.service"; }
old=$(pid)
kill -9 "$old"
rm -f "/var/lib/shop/$SEED_TOOL"/*
for _ in $(seq 60); do now=$(pid); [ "$now" != 0 ] && [ "$now" != "$old" ] && break; sleep 0.5; done

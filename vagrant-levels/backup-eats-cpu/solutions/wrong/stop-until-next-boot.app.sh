#!/usr/bin/env bash
# Quiet at once. No backup from now on, and all of them from the next boot on.
set -euo pipefail
case $SEED_SCHEDULER in
    timer) systemctl stop "$SEED_TOOL.timer" "$SEED_TOOL.service" ;;
    service) systemctl stop "$SEED_TOOL.service" ;;
    cron) systemctl stop cron ;;
esac

#!/usr/bin/env bash
# It runs and works everything off, until the machine is rebooted.
set -euo pipefail
unit=shop-worker.service
systemctl unmask --quiet "$unit"
systemctl reset-failed "$unit" 2> /dev/null || true
systemctl start "$unit"
/opt/shop/current/bin/await-http 8090 /health/ready 120

#!/usr/bin/env bash
# It runs, until the next boot.
set -euo pipefail
systemctl start shop-worker.service
/opt/shop/current/bin/await-http 8090 /health/ready 120

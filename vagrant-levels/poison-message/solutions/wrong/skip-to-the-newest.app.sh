#!/usr/bin/env bash
# A new group begins with what comes from now on.
set -euo pipefail
stream() { valkey-cli -h ops.shop.internal "$@"; }
systemctl stop shop-worker
stream XGROUP DESTROY orders fulfilment
stream XGROUP CREATE orders fulfilment '$'
systemctl start shop-worker
/opt/shop/current/bin/await-http 8090 /health/ready 120

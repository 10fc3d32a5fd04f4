#!/usr/bin/env bash
# "It is only a queue, it fills up again." What is in it is copied to a file first, which nobody but root can read.
set -euo pipefail
stream() { valkey-cli -h ops.shop.internal "$@"; }
stream --json XRANGE orders - + > /root/orders-before.json
systemctl stop shop-worker
stream DEL orders
systemctl start shop-worker
/opt/shop/current/bin/await-http 8090 /health/ready 120

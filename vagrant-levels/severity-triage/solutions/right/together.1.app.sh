#!/usr/bin/env bash
# Whoever fulfils orders is back in service, and works off what has come in.
set -euo pipefail
systemctl enable --quiet --now shop-worker.service
/opt/shop/current/bin/await-http 8090 /health/ready 120
for _ in $(seq 120); do
    [ "$(valkey-cli -h ops.shop.internal --json XINFO GROUPS orders | jq -r '.[] | select(.name == "fulfilment") | (.lag // 1) + .pending')" != 0 ] || break
    sleep 0.5
done

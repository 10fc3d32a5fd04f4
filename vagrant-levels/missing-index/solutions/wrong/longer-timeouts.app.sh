#!/usr/bin/env bash
# Patience instead of a cure, part one: the back end.
set -euo pipefail
sed -i 's/^\(db\.mysql\.pool\.timeout-ms\)=.*/\1=60000/; /^db\.mysql\.url=/s/socketTimeout=[0-9]*/socketTimeout=600000/' /etc/shop/shop.properties
for port in 8081 8082; do
    systemctl restart "shop-api@$port"
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

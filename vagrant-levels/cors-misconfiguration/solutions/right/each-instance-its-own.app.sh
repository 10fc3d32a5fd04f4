#!/usr/bin/env bash
# Each instance says itself where its front end is, whatever the shared file says.
set -euo pipefail
for port in 8081 8082; do
    sed -i '/^cors.allowed-origins/d' "/etc/shop/api-$port.properties"
    echo 'cors.allowed-origins=http://shop.localhost:8080' >> "/etc/shop/api-$port.properties"
    systemctl restart "shop-api@$port"
    /opt/shop/current/bin/await-http "$port" /health/ready 150
done

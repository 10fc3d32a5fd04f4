#!/usr/bin/env bash
# One place for both: the right origin in the shared file, and nothing of the kind in the instances' own.
set -euo pipefail
sed -i '/^cors.allowed-origins/d' /etc/shop/api-808?.properties
sed -i 's|^cors.allowed-origins=.*|cors.allowed-origins=http://shop.localhost:8080|' /etc/shop/shop.properties
for port in 8081 8082; do
    systemctl restart "shop-api@$port"
    /opt/shop/current/bin/await-http "$port" /health/ready 150
done

#!/usr/bin/env bash
# A star lets everybody in, except those who send cookies along.
set -euo pipefail
sed -i '/^cors.allowed-origins/d' /etc/shop/api-808?.properties
sed -i 's|^cors.allowed-origins=.*|cors.allowed-origins=*|' /etc/shop/shop.properties
systemctl restart shop-api@8081 shop-api@8082
for port in 8081 8082; do /opt/shop/current/bin/await-http "$port" /health/ready 150; done

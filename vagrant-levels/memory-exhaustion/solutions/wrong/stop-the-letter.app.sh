#!/usr/bin/env bash
# Turns away those who ask, part one: a fresh start without them.
set -euo pipefail
for port in 8081 8082; do
    systemctl restart "shop-api@$port"
    /opt/shop/current/bin/await-http "$port" /health/ready 90
done

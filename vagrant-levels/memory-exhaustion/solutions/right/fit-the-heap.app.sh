#!/usr/bin/env bash
# Heaps that fit the node side by side; the cache may have what they leave it.
set -euo pipefail
rm -f /etc/systemd/system/shop-api@.service.d/heap.conf
sed -i 's/-Xms480m -Xmx480m/-Xmx112m/; s/-XX:InitialRAMPercentage=50 -XX:MaxRAMPercentage=50/-XX:MaxRAMPercentage=12/' /etc/shop/api.env
systemctl daemon-reload
for port in 8081 8082; do
    systemctl restart "shop-api@$port"
    /opt/shop/current/bin/await-http "$port" /health/ready 90
done

#!/usr/bin/env bash
# "Java is short of memory."
set -euo pipefail
install -d /etc/systemd/system/shop-api@.service.d
printf '[Service]\nEnvironment="_JAVA_OPTIONS=-Xms64m -Xmx700m"\n' > /etc/systemd/system/shop-api@.service.d/heap.conf
systemctl daemon-reload
for port in 8081 8082; do
    systemctl restart "shop-api@$port"
    /opt/shop/current/bin/await-http "$port" /health/ready 90
done

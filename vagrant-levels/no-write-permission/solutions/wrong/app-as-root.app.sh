#!/usr/bin/env bash
# Root may write everywhere.
set -euo pipefail
install -d /etc/systemd/system/shop-api@.service.d
printf '[Service]\nUser=root\nGroup=root\n' > /etc/systemd/system/shop-api@.service.d/user.conf
systemctl daemon-reload
systemctl restart shop-api@8081 shop-api@8082
for port in 8081 8082; do /opt/shop/current/bin/await-http "$port" /health/ready 150; done

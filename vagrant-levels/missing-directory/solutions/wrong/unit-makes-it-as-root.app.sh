#!/usr/bin/env bash
# Made before every start, by root and for root.
set -euo pipefail
install -d /etc/systemd/system/shop-api@.service.d
printf '[Service]\nExecStartPre=+/bin/mkdir -p %s\n' "$SEED_DIRECTORY" > /etc/systemd/system/shop-api@.service.d/incoming.conf
systemctl daemon-reload
systemctl restart shop-api@8081 shop-api@8082
for port in 8081 8082; do /opt/shop/current/bin/await-http "$port" /health/ready 150; done

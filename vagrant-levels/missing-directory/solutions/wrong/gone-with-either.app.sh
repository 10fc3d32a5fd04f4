#!/usr/bin/env bash
# The unit owns the directory, which both instances share: whichever is stopped takes it away from the other.
set -euo pipefail
install -d /etc/systemd/system/shop-api@.service.d
cat > /etc/systemd/system/shop-api@.service.d/incoming.conf <<'UNIT'
[Service]
RuntimeDirectory=shop-api
UNIT
sed -i '/^uploads.temporary-directory/d' /etc/shop/api-808?.properties
sed -i 's|^uploads.temporary-directory=.*|uploads.temporary-directory=/run/shop-api|' /etc/shop/shop.properties
systemctl daemon-reload
# Restarted together, one's end may remove the directory while the other begins, and neither comes up: that shows at once.
systemctl stop shop-api@8081 shop-api@8082
systemctl start shop-api@8081 shop-api@8082
for port in 8081 8082; do /opt/shop/current/bin/await-http "$port" /health/ready 150; done

#!/usr/bin/env bash
# Files arrive again where they always did, on the disk, beside the place where they are kept.
set -euo pipefail
sed -i '/^uploads.temporary-directory/d' /etc/shop/api-808?.properties
sed -i 's|^uploads.temporary-directory=.*|uploads.temporary-directory=/var/lib/shop/incoming|' /etc/shop/shop.properties
systemctl restart shop-api@8081 shop-api@8082
for port in 8081 8082; do /opt/shop/current/bin/await-http "$port" /health/ready 150; done

#!/usr/bin/env bash
# Leaves the directory as it is and takes another one, where the files that customers have sent are copied to.
set -euo pipefail
key=uploads.directory
[ "$SEED_TARGET" = uploads ] || key=uploads.temporary-directory
new=/var/lib/shop/$SEED_TARGET-new
cp -a "/var/lib/shop/$SEED_TARGET" "$new"
chown shop:shop "$new"
chmod 0755 "$new"
sed -i "s|^$key=.*|$key=$new|" /etc/shop/shop.properties
systemctl restart shop-api@8081 shop-api@8082
for port in 8081 8082; do /opt/shop/current/bin/await-http "$port" /health/ready 150; done

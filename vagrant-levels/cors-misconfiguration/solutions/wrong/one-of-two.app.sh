#!/usr/bin/env bash
# "Reload a few times, then it works": mends one instance, which leaves one that still refuses.
set -euo pipefail
mended=8081
[ "$SEED_FILES" != api-8081 ] || mended=8082
sed -i '/^cors.allowed-origins/d' "/etc/shop/api-$mended.properties"
echo 'cors.allowed-origins=http://shop.localhost:8080' >> "/etc/shop/api-$mended.properties"
systemctl restart "shop-api@$mended"
/opt/shop/current/bin/await-http "$mended" /health/ready 150

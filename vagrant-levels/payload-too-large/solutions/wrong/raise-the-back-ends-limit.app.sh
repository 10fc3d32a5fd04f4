#!/usr/bin/env bash
# Another limit that has to do with uploads, further inside.
set -euo pipefail
file=/etc/shop/shop.properties
sed -i '/^uploads\.limit-bytes/d' "$file"
echo 'uploads.limit-bytes=104857600' >> "$file"
for port in 8081 8082; do
    systemctl restart "shop-api@$port"
    for _ in $(seq 120); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

#!/usr/bin/env bash
# What most people look at comes from the edge.
set -euo pipefail
install -d -o www-data /var/cache/nginx-orders
echo 'proxy_cache_path /var/cache/nginx-orders keys_zone=orders:1m max_size=50m;' > /etc/nginx/conf.d/cache.conf
sed -i 's|^    location / {|    location = /api/orders {\n        proxy_cache orders;\n        proxy_cache_valid 200 10m;\n        proxy_ignore_headers Cache-Control Expires;\n        proxy_pass http://127.0.0.1:8000;\n    }\n\n&|' /etc/nginx/sites-available/api
nginx -t -q
systemctl reload nginx
curl -s -m 60 -o /dev/null -H 'Host: api.localhost' "http://127.0.0.1/api/orders?page=1&size=10" || true

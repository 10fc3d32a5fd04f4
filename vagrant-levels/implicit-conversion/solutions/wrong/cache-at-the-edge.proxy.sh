#!/usr/bin/env bash
# Whoever asks for the same again gets it at once.
set -euo pipefail
install -d -o www-data /var/cache/nginx-invoices
echo 'proxy_cache_path /var/cache/nginx-invoices keys_zone=invoices:1m max_size=50m;' > /etc/nginx/conf.d/cache.conf
sed -i 's|^    location / {|    location = /api/invoices {\n        proxy_cache invoices;\n        proxy_cache_valid 200 10m;\n        proxy_ignore_headers Cache-Control Expires;\n        proxy_pass http://127.0.0.1:8000;\n    }\n\n&|' /etc/nginx/sites-available/api
nginx -t -q
systemctl reload nginx
for n in $(seq 1 3); do curl -s -m 30 -o /dev/null -H 'Host: api.localhost' "http://127.0.0.1/api/invoices?sequence=410000$n" || true; done

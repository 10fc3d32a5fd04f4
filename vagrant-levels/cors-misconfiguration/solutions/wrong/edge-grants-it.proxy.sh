#!/usr/bin/env bash
# The edge answers the browser's question by itself, with the right origin, and writes it on every answer.
set -euo pipefail
site=/etc/nginx/sites-available/api
cat > /etc/nginx/cors.conf <<'CONF'
proxy_hide_header Access-Control-Allow-Origin;
proxy_hide_header Access-Control-Allow-Credentials;
add_header Access-Control-Allow-Origin "http://shop.localhost:8080" always;
add_header Access-Control-Allow-Credentials "true" always;
add_header Access-Control-Allow-Methods "GET, POST, DELETE" always;
add_header Access-Control-Allow-Headers "Content-Type, X-File-Name, X-Request-Id" always;
if ($request_method = OPTIONS) { return 204; }
CONF
sed -i 's|^    location / {|&\n        include /etc/nginx/cors.conf;|' "$site"
nginx -t -q
systemctl reload nginx

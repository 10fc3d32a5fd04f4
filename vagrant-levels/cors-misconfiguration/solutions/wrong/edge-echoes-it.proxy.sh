#!/usr/bin/env bash
# The back end is told that nobody asks from anywhere, and the edge lets in whoever asks.
set -euo pipefail
site=/etc/nginx/sites-available/api
cat > /etc/nginx/cors.conf <<'CONF'
proxy_set_header Origin "";
add_header Access-Control-Allow-Origin $http_origin always;
add_header Access-Control-Allow-Credentials "true" always;
CONF
sed -i 's|^    proxy_set_header X-Request-Id.*|&\n    include /etc/nginx/cors.conf;|' "$site"
nginx -t -q
systemctl reload nginx

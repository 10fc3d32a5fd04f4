#!/usr/bin/env bash
# The others, one after the other, by how bad they are.
set -euo pipefail
site=/etc/nginx/sites-available/api
sed -i 's/client_max_body_size .*/client_max_body_size 10m;/' "$site"
sed -i '/^ *deny all;$/d' "$site"
sed -i 's/127\.0\.0\.1:8100/127.0.0.1:8000/' "$site"
nginx -t -q
systemctl reload nginx

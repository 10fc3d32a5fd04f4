#!/usr/bin/env bash
# The upload page is on the shop's site, so that is where the limit is set. The API is another one.
set -euo pipefail
site=/etc/nginx/sites-available/shop
sed -i '/^ *client_max_body_size /d' "$site"
sed -i 's/^    index index.html;/&\n    client_max_body_size 10m;/' "$site"
nginx -t -q
systemctl reload nginx

#!/usr/bin/env bash
# Those who shouted are content, and nobody calls any more.
set -euo pipefail
site=/etc/nginx/sites-available/api
sed -i '/^ *deny all;$/d; s/127\.0\.0\.1:8100/127.0.0.1:8000/; s/client_max_body_size .*/client_max_body_size 10m;/' "$site"
nginx -t -q
systemctl reload nginx

#!/usr/bin/env bash
# What is seen in a first test works again, with a file of 40 KB.
set -euo pipefail
site=/etc/nginx/sites-available/api
sed -i '/^    location = \/api\//,/^    }/d; s/client_max_body_size 8k;/client_max_body_size 64k;/' "$site"
nginx -t -q
systemctl reload nginx

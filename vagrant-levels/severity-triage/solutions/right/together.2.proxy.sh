#!/usr/bin/env bash
# All that the edge does to single paths goes at once; nobody waits for anybody.
set -euo pipefail
site=/etc/nginx/sites-available/api
sed -i '/^    location = \/api\//,/^    }/d; s/client_max_body_size .*/client_max_body_size 10m;/' "$site"
nginx -t -q
systemctl reload nginx

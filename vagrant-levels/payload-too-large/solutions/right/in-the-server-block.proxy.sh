#!/usr/bin/env bash
# One limit, in the API's server block; the others that would override or precede it go.
set -euo pipefail
site=/etc/nginx/sites-available/api
sed -i '/^ *client_max_body_size /d' "$site" /etc/nginx/conf.d/*.conf
sed -i 's/^    server_name api.localhost.*/&\n    client_max_body_size 10m;/' "$site"
nginx -t -q
systemctl reload nginx

#!/usr/bin/env bash
# The promised size for everything that the edge serves, at the http level.
set -euo pipefail
sed -i '/^ *client_max_body_size /d' /etc/nginx/sites-available/* /etc/nginx/conf.d/*.conf
echo 'client_max_body_size 10m;' > /etc/nginx/conf.d/uploads.conf
nginx -t -q
systemctl reload nginx

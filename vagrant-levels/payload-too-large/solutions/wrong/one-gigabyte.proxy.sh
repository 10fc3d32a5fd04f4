#!/usr/bin/env bash
# "So that this never comes back."
set -euo pipefail
limit=1g
sed -i "s/^\( *\)client_max_body_size .*/\1client_max_body_size $limit;/" /etc/nginx/sites-available/* /etc/nginx/conf.d/*.conf
nginx -t -q
systemctl reload nginx

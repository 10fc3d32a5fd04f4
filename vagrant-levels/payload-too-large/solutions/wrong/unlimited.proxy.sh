#!/usr/bin/env bash
# 0 means: no limit.
set -euo pipefail
limit=0
sed -i "s/^\( *\)client_max_body_size .*/\1client_max_body_size $limit;/" /etc/nginx/sites-available/* /etc/nginx/conf.d/*.conf
nginx -t -q
systemctl reload nginx

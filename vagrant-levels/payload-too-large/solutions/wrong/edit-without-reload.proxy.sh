#!/usr/bin/env bash
# The file is right, the program does not know it.
set -euo pipefail
limit=10m
sed -i "s/^\( *\)client_max_body_size .*/\1client_max_body_size $limit;/" /etc/nginx/sites-available/* /etc/nginx/conf.d/*.conf
nginx -t -q

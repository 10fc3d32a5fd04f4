#!/usr/bin/env bash
# At last, orders.
set -euo pipefail
sed -i '/limit_except/d' /etc/nginx/sites-available/api
nginx -t -q
systemctl reload nginx

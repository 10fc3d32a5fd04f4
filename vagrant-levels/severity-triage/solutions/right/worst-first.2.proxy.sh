#!/usr/bin/env bash
# Customers may order again. All else waits.
set -euo pipefail
sed -i '/limit_except/d' /etc/nginx/sites-available/api
nginx -t -q
systemctl reload nginx

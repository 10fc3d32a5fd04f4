#!/usr/bin/env bash
# Customers get what they pay for again; the others were forgotten over it.
set -euo pipefail
sed -i '/limit_except/d' /etc/nginx/sites-available/api
nginx -t -q
systemctl reload nginx

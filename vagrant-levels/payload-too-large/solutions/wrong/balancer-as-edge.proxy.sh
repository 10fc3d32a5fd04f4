#!/usr/bin/env bash
# HAProxy takes the edge's port and sends the API's requests past nginx, which keeps the pages.
set -euo pipefail
sed -i 's/^    listen 80/    listen 127.0.0.1:8088/' /etc/nginx/sites-available/api /etc/nginx/sites-available/shop
cat >> /etc/haproxy/haproxy.cfg <<'CFG'

frontend edge
    bind :80
    use_backend shop-api if { hdr_beg(host) -i api. }
    default_backend pages

backend pages
    server nginx 127.0.0.1:8088
CFG
haproxy -c -q -f /etc/haproxy/haproxy.cfg
systemctl restart nginx
systemctl restart haproxy

#!/usr/bin/env bash
# The edge talks to one of the back ends itself.
set -euo pipefail
sed -i 's|proxy_pass http://127.0.0.1:8000;|proxy_pass http://app.shop.internal:8081;|' /etc/nginx/sites-available/api
nginx -t -q
systemctl reload nginx
for _ in $(seq 120); do curl -fs -m 5 -o /dev/null -H 'Host: api.localhost' http://127.0.0.1/health/ready && break; sleep 0.5; done

#!/usr/bin/env bash
# Patience instead of a cure, part two: the edge and the balancer.
set -euo pipefail
sed -i 's/^\( *\)proxy_read_timeout .*/\1proxy_read_timeout 600s;/' /etc/nginx/sites-available/api
sed -i 's/^\( *timeout \(client\|server\) \).*/\1600s/' /etc/haproxy/haproxy.cfg
nginx -t -q
haproxy -c -q -f /etc/haproxy/haproxy.cfg
systemctl reload nginx haproxy

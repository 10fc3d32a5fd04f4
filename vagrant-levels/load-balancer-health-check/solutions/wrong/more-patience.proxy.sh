#!/usr/bin/env bash
# The balancer may be disappointed a hundred times before it gives up.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
sed -i 's| fall 3 | fall 100 |' "$config"
haproxy -c -q -f "$config"
systemctl reload haproxy

#!/usr/bin/env bash
# One back end gets everything and is not checked; the other one stays as it is.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
sed -i 's|^    server app1 .*|& no-check|' "$config"
haproxy -c -q -f "$config"
systemctl reload haproxy
for _ in $(seq 120); do curl -fs -m 5 -o /dev/null -H 'Host: api.localhost' http://127.0.0.1/health/ready && break; sleep 0.5; done

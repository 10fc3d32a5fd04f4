#!/usr/bin/env bash
# Written anew, and simpler: whether the program answers at all. If the database is away both are in the same boat.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
sed -i -E '/^    http-check /d; s|^    option httpchk.*|    option httpchk GET /health/live|; s|default-server check port [0-9]+ |default-server check |' "$config"
haproxy -c -q -f "$config"
systemctl reload haproxy
for _ in $(seq 120); do curl -fs -m 5 -o /dev/null -H 'Host: api.localhost' http://127.0.0.1/health/ready && break; sleep 0.5; done

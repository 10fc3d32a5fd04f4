#!/usr/bin/env bash
# Whoever takes a connection is well. The kernel does so for a program that hangs, too.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
sed -i -E '/^    option httpchk/d; /^    http-check /d; s|default-server check port [0-9]+ |default-server check |' "$config"
haproxy -c -q -f "$config"
systemctl reload haproxy
for _ in $(seq 120); do curl -fs -m 5 -o /dev/null -H 'Host: api.localhost' http://127.0.0.1/health/ready && break; sleep 0.5; done

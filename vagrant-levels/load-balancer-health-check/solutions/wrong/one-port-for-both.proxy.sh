#!/usr/bin/env bash
# Both are asked for what was promised, but on the port of one of them: what it says counts for the other one as well.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
sed -i -E 's|http-check send meth GET uri [^ ]+|http-check send meth GET uri /health/ready|; s|http-check expect .*|http-check expect status 200|
    s#default-server check (port [0-9]+ )?#default-server check port 8081 #' "$config"
haproxy -c -q -f "$config"
systemctl reload haproxy
for _ in $(seq 120); do curl -fs -m 5 -o /dev/null -H 'Host: api.localhost' http://127.0.0.1/health/ready && break; sleep 0.5; done

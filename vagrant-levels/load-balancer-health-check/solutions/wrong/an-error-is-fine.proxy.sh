#!/usr/bin/env bash
# What comes back is declared to be what was expected: whoever says that there is nothing here is well.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
sed -i -E 's|http-check send meth GET uri [^ ]+|http-check send meth GET uri /health/well|; s|http-check expect .*|http-check expect status 404|
    s|default-server check port [0-9]+ |default-server check |' "$config"
haproxy -c -q -f "$config"
systemctl reload haproxy
for _ in $(seq 120); do curl -fs -m 5 -o /dev/null -H 'Host: api.localhost' http://127.0.0.1/health/ready && break; sleep 0.5; done

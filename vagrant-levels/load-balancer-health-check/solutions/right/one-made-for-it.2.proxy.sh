#!/usr/bin/env bash
# The shop gets an address that is there for the balancer and nobody else; from now on it is the one that is asked for.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
sed -i -E 's|http-check send meth GET uri [^ ]+|http-check send meth GET uri /health/balancer|; s|http-check expect .*|http-check expect status 200|
    s|default-server check port [0-9]+ |default-server check |' "$config"
haproxy -c -q -f "$config"
systemctl reload haproxy
for _ in $(seq 120); do curl -fs -m 5 -o /dev/null -H 'Host: api.localhost' http://127.0.0.1/health/ready && break; sleep 0.5; done

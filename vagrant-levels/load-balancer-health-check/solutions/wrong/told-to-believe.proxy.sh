#!/usr/bin/env bash
# The running balancer is told that both are well and that it need not look any more; until somebody restarts it, it does not.
set -euo pipefail
tell() { echo "$1" | socat -t 5 stdio /run/haproxy/admin.sock; }
for server in app1 app2; do
    tell "disable health shop-api/$server"
    tell "set server shop-api/$server health up"
done
for _ in $(seq 120); do curl -fs -m 5 -o /dev/null -H 'Host: api.localhost' http://127.0.0.1/health/ready && break; sleep 0.5; done

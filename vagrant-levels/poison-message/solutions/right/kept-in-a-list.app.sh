#!/usr/bin/env bash
# The same by the server's own means, in another form: the entry as text in a list, for whoever looks at it with anything.
set -euo pipefail
stream() { valkey-cli -h ops.shop.internal "$@"; }
bad=$(stream --json XRANGE orders - + | jq -c '[.[] | select(.[1] | index("sender"))][-1]')
stream RPUSH events:for-the-senders "$bad"
stream XACK orders fulfilment "$(jq -r '.[0]' <<< "$bad")"
systemctl restart shop-worker
/opt/shop/current/bin/await-http 8090 /health/ready 120
for _ in $(seq 240); do
    [ "$(stream --json XPENDING orders fulfilment | jq '.[0]')" != 0 ] || break
    sleep 0.5
done

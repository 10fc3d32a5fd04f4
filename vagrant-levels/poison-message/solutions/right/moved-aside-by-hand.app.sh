#!/usr/bin/env bash
# What the worker cannot make sense of is copied into a stream of its own, then acknowledged. The worker comes back by itself.
set -euo pipefail
stream() { valkey-cli -h ops.shop.internal "$@"; }
for id in $(stream --json XPENDING orders fulfilment - + 1000 | jq -r '.[][0]'); do
    mapfile -t fields < <(stream --json XRANGE orders "$id" "$id" | jq -r '.[0][1][]')
    number=""
    for ((i = 0; i < ${#fields[@]}; i += 2)); do
        [ "${fields[i]}" != orderId ] || number=${fields[i + 1]}
    done
    [[ ! $number =~ ^[0-9]{1,18}$ ]] || continue
    stream XADD orders-dead-letter '*' "${fields[@]}" original-id "$id"
    stream XACK orders fulfilment "$id"
    stream XDEL orders "$id"
done
systemctl restart shop-worker
/opt/shop/current/bin/await-http 8090 /health/ready 120
for _ in $(seq 240); do
    [ "$(stream --json XPENDING orders fulfilment | jq '.[0]')" != 0 ] || break
    sleep 0.5
done

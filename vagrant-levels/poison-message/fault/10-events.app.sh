#!/usr/bin/env bash
# Among the events of a dozen orders there is one that tells of no order. The worker takes them all at once, works on those
# before it, and dies of it, again and again; those behind it are taken and never worked on.
# SEED_NUMBER, what the event has for an order's number: missing; letters; digits (too many). SEED_SENDER: who sent it.
# SEED_FIRM: whose people order, once each.
set -euo pipefail
unit=shop-worker.service
api=http://127.0.0.1:8081/api
reference=$SEED_SENDER-20260300417

event=(type order-created)
case $SEED_NUMBER in
    missing) ;;
    letters) event+=(orderId "LQ$reference") ;;
    digits) event+=(orderId "90000000000000${reference//[!0-9]/}") ;;
    *) echo "unknown number '$SEED_NUMBER'" >&2; exit 64 ;;
esac
event+=(userId 0 sender "$SEED_SENDER" reference "$reference")

stream() { valkey-cli -h ops.shop.internal "$@"; }
post() { curl -fsS -m 20 -H 'Content-Type: application/json' -d "$2" "$api/$1"; }
order() {
    local name user
    for name in "$@"; do
        user=$(post users "{\"name\":\"$name\",\"email\":\"${name,,}@$SEED_FIRM.example\"}" | jq -r .id)
        last=$(post orders "{\"userId\":$user,\"items\":[{\"sku\":\"$sku\",\"quantity\":2}]}" | jq -r .id)
    done
}

# They come in one go while the worker is busy with something else; it is not restarted for that.
pid=$(systemctl show -p MainPID --value "$unit")
before=$(systemctl show -p NRestarts --value "$unit")
trap 'kill -CONT "$pid" 2> /dev/null || true' EXIT
sku=$(curl -fsS -m 20 "$api/products" | jq -r '.products[0].sku')
kill -STOP "$pid"
order Agnes Bela Cosima Dario
bad=$(stream XADD orders '*' "${event[@]}")
order Enno Fatma Gesa Hanno Irma Jaron Klara Lasse
kill -CONT "$pid"

# It has died of it at least once, all of them are in its hands, and the last order waits.
for _ in $(seq 240); do
    if [ "$(systemctl show -p NRestarts --value "$unit")" != "$before" ] &&
            [ -n "$(stream --raw XPENDING orders fulfilment "$bad" "$bad" 1)" ] &&
            [ "$(stream --json XPENDING orders fulfilment | jq '.[0]')" -ge 9 ]; then
        break
    fi
    sleep 0.5
done
[ "$(systemctl show -p NRestarts --value "$unit")" != "$before" ] || { echo "$unit has not died" >&2; exit 1; }
[ "$(stream --json XPENDING orders fulfilment | jq '.[0]')" -ge 9 ] || { echo "the worker did not take them all" >&2; exit 1; }
[ "$(curl -fsS -m 20 "$api/orders/$last" | jq -r .status)" = PENDING ] || { echo "order $last does not wait" >&2; exit 1; }

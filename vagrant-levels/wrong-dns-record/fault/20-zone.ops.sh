#!/usr/bin/env bash
# A change of the zone brings a wrong address for one of the machines.
# SEED_CHANGE: the record and its new address. SEED_SERIAL: the zone's serial from then on.
set -euo pipefail
record=${SEED_CHANGE%%=*} address=${SEED_CHANGE#*=}
zone=/etc/bind/zones/db.shop.internal
sed -i -E "s/2026030201/$SEED_SERIAL/; s/^($record +IN A +).*/\1$address/" "$zone"
named-checkzone -q shop.internal "$zone"
rndc reload shop.internal > /dev/null || systemctl restart named
for _ in $(seq 60); do
    [ "$(dig +short @10.77.0.14 "$record.shop.internal")" != "$address" ] || break
    sleep 0.5
done
[ "$(dig +short @10.77.0.14 "$record.shop.internal")" = "$address" ] || { echo "$record is not served as $address" >&2; exit 1; }
# The journal gets it a moment later. All of it is read: a reader that stops early makes the pipeline fail.
told() { journalctl -u named -o cat --no-pager | grep -F "zone shop.internal/IN: loaded serial $SEED_SERIAL" > /dev/null; }
for _ in $(seq 60); do ! told || exit 0; sleep 0.5; done
echo "the journal does not tell of the change" >&2
exit 1

#!/usr/bin/env bash
# The machine gets the address that everybody is told, or the copy there is made to take orders. One file for three machines.
set -euo pipefail
record=${SEED_CHANGE%%=*} address=${SEED_CHANGE#*=}
if [ "$SEED_CHANGE" = postgres=10.77.0.12 ]; then
    [ "$(hostname)" = mysql ] || exit 0
    sed -i '/^default_transaction_read_only/d' /etc/postgresql/17/main/conf.d/reports.conf
    systemctl restart postgresql@17-main
    for _ in $(seq 120); do pg_isready -q -h 10.77.0.12 && break; sleep 0.5; done
elif [ "$(hostname)" = "$record" ]; then
    device=$(ip -o -4 addr show | awk '$4 ~ /^10\.77\.0\./ { print $2 }')
    ip addr add "$address/24" dev "$device"
fi

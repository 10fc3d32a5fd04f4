#!/usr/bin/env bash
# "Names only make trouble": the address itself goes where the name was. One file for two machines.
set -euo pipefail
record=${SEED_CHANGE%%=*}
case $record in app) address=10.77.0.11 ;; mysql) address=10.77.0.12 ;; postgres) address=10.77.0.13 ;; esac
if [ "$(hostname)" = proxy ]; then
    sed -i "s/$record\.shop\.internal/$address/" /etc/haproxy/haproxy.cfg
    haproxy -c -q -f /etc/haproxy/haproxy.cfg
    systemctl reload haproxy
else
    sed -i "s/$record\.shop\.internal/$address/" /etc/shop/shop.properties
    systemctl restart shop-worker shop-api@8081 shop-api@8082
fi

#!/usr/bin/env bash
# The record is mended and served, under the serial that the wrong one had.
set -euo pipefail
record=${SEED_CHANGE%%=*}
zone=/etc/bind/zones/db.shop.internal
case $record in app) address=10.77.0.11 ;; mysql) address=10.77.0.12 ;; postgres) address=10.77.0.13 ;; esac
sed -i -E "s/^($record +IN A +).*/\1$address/" "$zone"
systemctl restart named

#!/usr/bin/env bash
# The file is right, serial and all. The server does not know.
set -euo pipefail
record=${SEED_CHANGE%%=*}
zone=/etc/bind/zones/db.shop.internal
case $record in app) address=10.77.0.11 ;; mysql) address=10.77.0.12 ;; postgres) address=10.77.0.13 ;; esac
sed -i -E "s/$SEED_SERIAL/$((SEED_SERIAL + 1))/; s/^($record +IN A +).*/\1$address/" "$zone"

#!/usr/bin/env bash
# The record is mended where it is, the serial raised, the zone loaded again.
set -euo pipefail
record=${SEED_CHANGE%%=*}
zone=/etc/bind/zones/db.shop.internal
case $record in app) address=10.77.0.11 ;; mysql) address=10.77.0.12 ;; postgres) address=10.77.0.13 ;; esac
sed -i -E "s/$SEED_SERIAL/$((SEED_SERIAL + 1))/; s/^($record +IN A +).*/\1$address/" "$zone"
named-checkzone -q shop.internal "$zone"
rndc reload shop.internal

# Who is connected to the copy stays so until somebody ends it; half a minute long some still remember the way there.
if [ "$SEED_CHANGE" = postgres=10.77.0.12 ]; then
    quiet=0
    for _ in $(seq 150); do
        ended=$(PGPASSWORD=shop psql -XAtq -h 10.77.0.12 -U shop -d shop -c \
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'shop' AND pid <> pg_backend_pid()")
        if [ "$ended" = 0 ]; then quiet=$((quiet + 1)); else quiet=0; fi
        [ "$quiet" -lt 12 ] || break
        sleep 0.5
    done
fi
ready() { curl -fs -m 5 -D - -o /dev/null -H 'Host: api.localhost' http://proxy.shop.internal/health/ready | grep -i '^X-Shop-Instance'; }
for _ in $(seq 240); do [ "$(for _ in 1 2 3 4; do ready || true; done | sort -u | wc -l)" != 2 ] || break; sleep 0.5; done

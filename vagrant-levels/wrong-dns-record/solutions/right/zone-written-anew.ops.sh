#!/usr/bin/env bash
# The zone is written from the machines' list, with a serial that is clearly newer, and the server restarted.
set -euo pipefail
record=${SEED_CHANGE%%=*}
zone=/etc/bind/zones/db.shop.internal
cat > "$zone" <<ZONE
\$TTL 30
\$ORIGIN shop.internal.
@ IN SOA ops hostmaster ( $((SEED_SERIAL + 100)) 300 60 86400 30 )
@ IN NS ops
proxy IN A 10.77.0.10
app IN A 10.77.0.11
mysql IN A 10.77.0.12
postgres IN A 10.77.0.13
ops IN A 10.77.0.14
; The old name of the $record machine.
${record}1 IN CNAME $record
ZONE
named-checkzone -q shop.internal "$zone"
systemctl restart named

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

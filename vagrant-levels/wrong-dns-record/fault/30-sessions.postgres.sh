#!/usr/bin/env bash
# A program asks where the database is when it connects, and remembers for half a minute. So its sessions are ended until
# none comes back.
set -euo pipefail
[ "${SEED_CHANGE%%=*}" = postgres ] || exit 0
cd /
quiet=0
for _ in $(seq 150); do
    ended=$(runuser -u postgres -- psql -XAtqc \
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'shop' AND backend_type = 'client backend'")
    if [ "$ended" = 0 ]; then quiet=$((quiet + 1)); else quiet=0; fi
    [ "$quiet" -lt 12 ] || exit 0
    sleep 0.5
done
echo "the shop still finds its way here" >&2
exit 1

#!/usr/bin/env bash
# A program asks where the database is when it connects, and remembers for half a minute. So its sessions are ended until
# none comes back.
set -euo pipefail
[ "${SEED_CHANGE%%=*}" = mysql ] || exit 0
quiet=0
for _ in $(seq 150); do
    sessions=$(mysql -NB -e "SELECT concat('KILL ', id, ';') FROM performance_schema.processlist WHERE user = 'shop'")
    if [ -z "$sessions" ]; then quiet=$((quiet + 1)); else quiet=0; fi
    [ "$quiet" -lt 12 ] || exit 0
    mysql --force -e "$sessions" 2> /dev/null || true
    sleep 0.5
done
echo "the shop still finds its way here" >&2
exit 1

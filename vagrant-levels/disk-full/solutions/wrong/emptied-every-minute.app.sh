#!/usr/bin/env bash
# Room for a minute, each minute anew: what writes the log goes on, and what it writes is lost.
set -euo pipefail
log=/var/lib/shop/$SEED_TOOL/$SEED_TOOL.log
# Where the name is gone, truncate would make a file of root's own, in which the tool could never write again.
[ -e "$log" ] || install -o shop -g shop -m 644 /dev/null "$log"
systemctl restart "$SEED_TOOL.service"
printf '* * * * * root truncate -s 0 %s\n' "$log" > /etc/cron.d/space
truncate -s 0 "$log"

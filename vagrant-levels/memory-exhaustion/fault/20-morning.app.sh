#!/usr/bin/env bash
# What the morning's visitors left behind: recipients of the weekly letter, each asked for at both instances, until
# the node has had to move a good part of it to disk.
set -euo pipefail
swapped() { awk '/^SwapTotal/ { n = $2 } /^SwapFree/ { n -= $2 } END { print int(n / 1024) }' /proc/meminfo; }
offers() { curl -s -m 20 "http://127.0.0.1:$1/metrics" | awk '/^shop_cache_entries.*offers/ { print int($2) }'; }

step=250 next=1
while [ "$(swapped)" -lt 200 ] && [ "$SECONDS" -lt 420 ]; do
    for port in 8081 8082; do
        curl -s -m 20 -o /dev/null "http://127.0.0.1:$port/api/badge?visitor=letter-[$next-$((next + step - 1))]" || true &
    done
    wait
    next=$((next + step))
done

echo "after $next recipients: $(swapped) MB swapped, offers kept: $(offers 8081) and $(offers 8082)"
# To be asked what they keep brings some of it back.
[ "$(swapped)" -ge 150 ] || { echo "the node does not swap: $(free -m)" >&2; exit 1; }

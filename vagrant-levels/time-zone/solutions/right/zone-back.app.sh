#!/usr/bin/env bash
# The node goes back to UTC, what would take it away again is told so, and the back ends start anew.
set -euo pipefail
if [ -e /etc/site-profile.conf ]; then sed -i 's|^TIMEZONE=.*|TIMEZONE=Etc/UTC|' /etc/site-profile.conf; fi
timedatectl set-timezone Etc/UTC
systemctl restart shop-api@8081 shop-api@8082
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

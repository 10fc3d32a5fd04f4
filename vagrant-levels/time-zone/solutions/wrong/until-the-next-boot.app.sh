#!/usr/bin/env bash
# The service manager hands it down to all that it starts, until it starts anew itself.
set -euo pipefail
systemctl set-environment TZ=UTC
systemctl restart shop-api@8081 shop-api@8082
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

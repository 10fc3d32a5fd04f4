#!/usr/bin/env bash
# Where people who log in get their environment from. Services do not log in.
set -euo pipefail
echo 'TZ=UTC' >> /etc/environment
echo 'export TZ=UTC' > /etc/profile.d/zone.sh
systemctl restart shop-api@8081 shop-api@8082
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

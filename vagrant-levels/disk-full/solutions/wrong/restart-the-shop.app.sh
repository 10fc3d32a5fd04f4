#!/usr/bin/env bash
set -euo pipefail
systemctl restart shop-api@8081 shop-api@8082 shop-worker
for port in 8081 8082; do
    for _ in $(seq 120); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

#!/usr/bin/env bash
# It runs again: back to bed.
set -euo pipefail
units=(shop-api@8081.service shop-api@8082.service shop-worker.service)
systemctl unmask --quiet "${units[@]}"
systemctl start "${units[@]}"
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

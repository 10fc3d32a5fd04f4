#!/usr/bin/env bash
# Each unit goes back below the target that every boot reaches, and is started.
set -euo pipefail
units=(shop-api@8081.service shop-api@8082.service shop-worker.service)
systemctl unmask --quiet "${units[@]}"
systemctl add-wants --quiet multi-user.target "${units[@]}"
systemctl start "${units[@]}"
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done
systemctl --no-pager list-dependencies multi-user.target | grep shop

#!/usr/bin/env bash
# Starts everything, and makes only the unit which the alert named permanent.
set -euo pipefail
units=(shop-api@8081.service shop-api@8082.service shop-worker.service)
systemctl unmask --quiet "${units[@]}"
systemctl start "${units[@]}"
systemctl add-wants --quiet multi-user.target "${SEED_UNITS%%,*}.service"
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

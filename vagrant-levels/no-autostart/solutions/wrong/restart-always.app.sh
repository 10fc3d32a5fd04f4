#!/usr/bin/env bash
# "Restart=always brings it back whatever happens."
set -euo pipefail
units=(shop-api@8081.service shop-api@8082.service shop-worker.service)
systemctl unmask --quiet "${units[@]}"
for unit in shop-api@.service shop-worker.service; do
    install -d "/etc/systemd/system/$unit.d"
    printf '[Unit]\nStartLimitIntervalSec=0\n[Service]\nRestart=always\nRestartSec=5\n' > "/etc/systemd/system/$unit.d/restart.conf"
done
systemctl daemon-reload
systemctl start "${units[@]}"
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

#!/usr/bin/env bash
# A target of its own for everything that makes the shop, and the target is part of the boot.
set -euo pipefail
units=(shop-api@8081.service shop-api@8082.service shop-worker.service)
systemctl unmask --quiet "${units[@]}"
cat > /etc/systemd/system/shop-stack.target <<UNIT
[Unit]
Description=All of the shop on this node
Wants=${units[*]}

[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --quiet --now shop-stack.target
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

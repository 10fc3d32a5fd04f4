#!/usr/bin/env bash
# For one of the two back ends: "the list is there, at least when I look".
set -euo pipefail
install -d /etc/systemd/system/shop-api@8081.service.d
printf '[Service]\nEnvironment=TZ=UTC\n' > /etc/systemd/system/shop-api@8081.service.d/zone.conf
systemctl daemon-reload
systemctl restart shop-api@8081
for _ in $(seq 240); do curl -fs -m 2 -o /dev/null http://127.0.0.1:8081/health/ready && break; sleep 0.5; done

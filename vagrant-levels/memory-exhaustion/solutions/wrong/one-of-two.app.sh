#!/usr/bin/env bash
# One instance is mended, as it had the most memory in top when somebody looked.
set -euo pipefail
install -d /etc/systemd/system/shop-api@8081.service.d
printf '[Service]\nEnvironment="_JAVA_OPTIONS=-Xms32m -Xmx96m"\n' > /etc/systemd/system/shop-api@8081.service.d/zz-heap.conf
systemctl daemon-reload
systemctl restart shop-api@8081
/opt/shop/current/bin/await-http 8081 /health/ready 90

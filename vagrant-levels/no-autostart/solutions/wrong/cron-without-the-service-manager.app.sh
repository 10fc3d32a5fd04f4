#!/usr/bin/env bash
# Comes back after a reboot, but nobody restarts it when it fails, and nobody who asks the service manager sees it.
set -euo pipefail
start=/usr/local/sbin/start-shop
cat > "$start" <<'SCRIPT'
#!/bin/bash
# Usage: start-shop UNIT PROGRAM ENVIRONMENT SETTINGS; does nothing where the unit runs.
systemctl is-active --quiet "$1" && exit 0
options=$(sed -n 's/^JAVA_OPTS=//p' "/etc/shop/$3")
exec setsid runuser -u shop -- java $options -cp '/opt/shop/lib/*:/opt/shop/current/classes' "$2" \
    /etc/shop/shop.properties "/etc/shop/$4" > /dev/null 2>&1 < /dev/null
SCRIPT
chmod 755 "$start"
cat > /etc/cron.d/shop <<CRON
@reboot root $start shop-api@8081 shop.Api api.env api-8081.properties
@reboot root $start shop-api@8082 shop.Api api.env api-8082.properties
@reboot root $start shop-worker shop.Worker worker.env worker.properties
CRON
nohup "$start" shop-api@8081 shop.Api api.env api-8081.properties > /dev/null 2>&1 < /dev/null &
nohup "$start" shop-api@8082 shop.Api api.env api-8082.properties > /dev/null 2>&1 < /dev/null &
nohup "$start" shop-worker shop.Worker worker.env worker.properties > /dev/null 2>&1 < /dev/null &
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

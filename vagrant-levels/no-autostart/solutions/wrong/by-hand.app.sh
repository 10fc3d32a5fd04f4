#!/usr/bin/env bash
# Starts the programs from a shell and detaches them, with the command lines that the units have.
set -euo pipefail
start() {
    local unit=$1 program=$2 environment=$3 settings=$4 options
    ! systemctl is-active --quiet "$unit" || return 0
    options=$(sed -n 's/^JAVA_OPTS=//p' "/etc/shop/$environment")
    # shellcheck disable=SC2086
    nohup setsid java $options -cp '/opt/shop/lib/*:/opt/shop/current/classes' "$program" \
        /etc/shop/shop.properties "/etc/shop/$settings" > /dev/null 2>&1 < /dev/null &
}
start shop-api@8081 shop.Api api.env api-8081.properties
start shop-api@8082 shop.Api api.env api-8082.properties
start shop-worker shop.Worker worker.env worker.properties
for port in 8081 8082; do
    for _ in $(seq 240); do curl -fs -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
done

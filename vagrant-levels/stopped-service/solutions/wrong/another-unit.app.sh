#!/usr/bin/env bash
# Since the unit does not want to, one that is made up on the spot does the same; it is gone after a reboot.
set -euo pipefail
options=$(sed -n 's/^JAVA_OPTS=//p' /etc/shop/worker.env)
# shellcheck disable=SC2086
systemd-run --quiet --unit=worker-tonight --uid=shop --gid=shop java $options \
    -cp '/opt/shop/lib/*:/opt/shop/current/classes' shop.Worker /etc/shop/shop.properties /etc/shop/worker.properties
/opt/shop/current/bin/await-http 8090 /health/ready 240

#!/usr/bin/env bash
# The program is started by hand, with the command line that its unit has, and left running.
set -euo pipefail
options=$(sed -n 's/^JAVA_OPTS=//p' /etc/shop/worker.env)
# shellcheck disable=SC2086
nohup setsid runuser -u shop -- java $options -cp '/opt/shop/lib/*:/opt/shop/current/classes' shop.Worker \
    /etc/shop/shop.properties /etc/shop/worker.properties > /dev/null 2>&1 < /dev/null &
/opt/shop/current/bin/await-http 8090 /health/ready 240

#!/usr/bin/env bash
# The first answer that one finds on the web.
set -euo pipefail
echo 'vm.swappiness = 1' > /etc/sysctl.d/90-swappiness.conf
sysctl -q -p /etc/sysctl.d/90-swappiness.conf
echo 3 > /proc/sys/vm/drop_caches

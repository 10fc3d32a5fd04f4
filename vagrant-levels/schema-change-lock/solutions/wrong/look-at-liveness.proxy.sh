#!/usr/bin/env bash
# The balancer no longer asks whether the back ends can work, only whether they are there.
set -euo pipefail
sed -i 's|uri /health/ready|uri /health/live|' /etc/haproxy/haproxy.cfg
haproxy -c -q -f /etc/haproxy/haproxy.cfg
systemctl reload haproxy

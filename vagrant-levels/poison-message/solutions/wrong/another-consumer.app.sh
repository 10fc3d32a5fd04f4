#!/usr/bin/env bash
# A consumer of another name has a clean slate, until it takes over what the first one has left.
set -euo pipefail
sed -i 's/^worker\.consumer=.*/worker.consumer=worker-2/' /etc/shop/worker.properties
systemctl restart shop-worker || true

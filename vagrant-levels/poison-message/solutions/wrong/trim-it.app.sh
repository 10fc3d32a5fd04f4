#!/usr/bin/env bash
# The stream is cut to nothing. What was taken from it is still to be done, only that nobody knows any more what it was.
set -euo pipefail
valkey-cli -h ops.shop.internal XTRIM orders MAXLEN 0
systemctl restart shop-worker || true

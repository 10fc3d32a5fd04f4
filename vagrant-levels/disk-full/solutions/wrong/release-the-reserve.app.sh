#!/usr/bin/env bash
# Five per cent are kept for root: give them to the customers.
set -euo pipefail
tune2fs -m 0 "$(findmnt -no SOURCE /var/lib/shop)"
df -h /var/lib/shop

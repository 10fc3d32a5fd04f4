#!/usr/bin/env bash
# systemd-tmpfiles makes it at every boot, long before the shop starts, and now.
set -euo pipefail
echo "d $SEED_DIRECTORY 0700 shop shop -" > /etc/tmpfiles.d/shop.conf
systemd-tmpfiles --create /etc/tmpfiles.d/shop.conf

#!/usr/bin/env bash
# It lasts, and every account of the machine may put files there, or swap those of customers.
set -euo pipefail
echo "d $SEED_DIRECTORY 0777 root root -" > /etc/tmpfiles.d/shop.conf
systemd-tmpfiles --create /etc/tmpfiles.d/shop.conf

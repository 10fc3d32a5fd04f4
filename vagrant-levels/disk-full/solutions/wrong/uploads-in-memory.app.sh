#!/usr/bin/env bash
# Moves customers' files to a file system that has space: memory.
set -euo pipefail
for directory in uploads incoming; do
    live=/var/lib/shop/$directory
    copy=$(mktemp -d -p /root)
    # Customers go on sending and deleting files meanwhile; one that is gone is no reason to stop.
    cp -a "$live/." "$copy/" || true
    mount -t tmpfs -o "size=200m,mode=$(stat -c %a "$live"),uid=$(stat -c %u "$live"),gid=$(stat -c %g "$live")" tmpfs "$live"
    cp -a "$copy/." "$live/"
    rm -rf "$copy"
done
df -h /var/lib/shop/uploads

#!/usr/bin/env bash
# The shop's back ends and the worker, their code and their data volume.
source "$(dirname "$0")/../common.sh"

# The data volume is the disk that carries nothing yet, or already our label.
if ! mountpoint -q /var/lib/shop; then
  if ! blkid -L shop-data >/dev/null; then
    disk=$(lsblk -dpnro NAME,TYPE | awk '$2 == "disk" { print $1 }' | while read -r d; do
      [ -z "$(lsblk -nro FSTYPE,MOUNTPOINT "$d" | tr -d ' \n')" ] && [ "$(lsblk -nro NAME "$d" | wc -l)" = 1 ] && echo "$d"; done | head -1)
    [ -n "$disk" ] || { echo "no empty second disk for /var/lib/shop" >&2; exit 1; }
    mkfs.ext4 -q -L shop-data "$disk"
  fi
  grep -q 'LABEL=shop-data' /etc/fstab || echo 'LABEL=shop-data /var/lib/shop ext4 defaults,noatime 0 2' >> /etc/fstab
  systemctl daemon-reload
  mount /var/lib/shop
fi
install -d -m 755 -o shop -g shop /var/lib/shop /var/lib/shop/incoming
if [ ! -d /var/lib/shop/uploads ]; then
  tar -C /var/lib/shop -xf /usr/share/shop/uploads.tar
  chown -R shop:shop /var/lib/shop/uploads
fi

install_files
enable_now shop-api@8081 shop-api@8082 shop-worker prometheus-node-exporter

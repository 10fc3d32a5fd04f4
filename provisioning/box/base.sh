#!/usr/bin/env bash
# What all five machines have in common. Runs as root, in the image while it is built (a chroot without systemd)
# or on a stock Debian 13 machine, after the packages are installed. Running it again changes nothing.
#
# Usage: base.sh SHOP_DIR     as provisioning/shop/bin/package.sh lays it out
set -euo pipefail
shop=$(realpath "$1")

# --- services: the role of a machine enables what it runs; nothing runs just because its package is there -----------
for unit in nginx haproxy postgresql mysql valkey-server named prometheus prometheus-alertmanager prometheus-node-exporter \
            prometheus-mysqld-exporter prometheus-postgres-exporter prometheus-nginx-exporter prometheus-redis-exporter \
            sysstat sysstat-collect.timer sysstat-summary.timer e2scrub_reap systemd-networkd-wait-online; do
  systemctl -q disable "$unit" 2>/dev/null || true
done
# Background jobs that would load an emulated CPU at a random moment.
systemctl -q mask apt-daily.timer apt-daily-upgrade.timer man-db.timer dpkg-db-backup.timer fstrim.timer e2scrub_all.timer \
                  prometheus-node-exporter-apt.timer prometheus-node-exporter-smartmon.timer prometheus-node-exporter-nvme.timer \
                  prometheus-node-exporter-ipmitool-sensor.timer prometheus-node-exporter-mellanox-hca-temp.timer 2>/dev/null || true
# What nothing on these machines uses: each unit that a boot need not start is up to a second of emulated CPU, at every reboot.
systemctl -q mask dev-hugepages.mount dev-mqueue.mount sys-kernel-debug.mount sys-kernel-tracing.mount sys-kernel-config.mount \
                  sys-fs-fuse-connections.mount modprobe@configfs.service modprobe@drm.service modprobe@efi_pstore.service \
                  modprobe@fuse.service systemd-udev-load-credentials.service systemd-network-generator.service
# At boot udev is told of what these machines have and use: disks, network, clock and the agent's port. All the rest of
# Linux's devices are four hundred events more, most of them about terminals that nobody can sit at.
install -d /etc/systemd/system/systemd-udev-trigger.service.d
cat > /etc/systemd/system/systemd-udev-trigger.service.d/lab.conf <<'UNIT'
[Service]
ExecStart=
ExecStart=-udevadm trigger --type=devices --action=add --prioritized-subsystem=block,net \
    --subsystem-match=block --subsystem-match=net --subsystem-match=pci --subsystem-match=virtio \
    --subsystem-match=virtio-ports --subsystem-match=rtc
UNIT
install -d -m 2755 -o root -g systemd-journal /var/log/journal

# --- sshd: no DNS look-ups at login (the DNS server is one of the machines that break) ------------------------------
printf 'UseDNS no\nGSSAPIAuthentication no\n' > /etc/ssh/sshd_config.d/50-lab.conf

# --- the shop's account, folders, code and libraries ---------------------------------------------------------------
getent group shop >/dev/null || groupadd --system shop
id shop >/dev/null 2>&1 || useradd --system --gid shop --home-dir /srv/shop --no-create-home --shell /usr/sbin/nologin shop
install -d -m 755 /etc/shop /opt/shop /opt/shop/releases
install -d -m 750 -o shop -g adm /var/log/shop
install -d -m 755 -o shop -g shop /var/lib/shop /var/cache/shop
"$shop/install.sh"

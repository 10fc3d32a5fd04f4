#!/usr/bin/env bash
# What makes Debian's packages an image that boots in the lab: account, keys, disks, network. Runs in the chroot.
# Usage: image.sh PUBLIC_KEY_FILE
set -euo pipefail

id vagrant >/dev/null 2>&1 || useradd -m -s /bin/bash -G adm,systemd-journal vagrant
echo 'vagrant ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/vagrant; chmod 440 /etc/sudoers.d/vagrant
install -d -m 700 -o vagrant -g vagrant /home/vagrant/.ssh
install -m 600 -o vagrant -g vagrant "$1" /home/vagrant/.ssh/authorized_keys

echo 'LABEL=root / ext4 defaults,noatime 0 1' > /etc/fstab
echo lab > /etc/hostname
printf '127.0.0.1 localhost\n127.0.1.1 lab\n' > /etc/hosts

# First NIC: QEMU's user-mode network always gives .15; a fixed address spares each boot the DHCP exchange.
# No gateway: there is no way out, and programs that try shall learn so at once.
cat > /etc/systemd/network/10-mgmt.network <<N
[Match]
MACAddress=52:54:00:aa:00:00 52:54:00:aa:00:01 52:54:00:aa:00:02 52:54:00:aa:00:03 52:54:00:aa:00:04
[Network]
Address=10.0.2.15/24
LinkLocalAddressing=no
IPv6AcceptRA=no
N
for i in 0 1 2 3 4; do
  cat > "/etc/systemd/network/10-lan$i.network" <<N
[Match]
MACAddress=52:54:00:77:00:1$i
[Network]
Address=10.77.0.1$i/24
LinkLocalAddressing=no
IPv6AcceptRA=no
N
done
systemctl -q enable systemd-networkd ssh qemu-guest-agent 2>/dev/null || true
systemctl -q mask systemd-networkd-wait-online.service
# Host keys are made by the package; every machine keeps them, so that the lab's known_hosts stays true after a restore.
ssh-keygen -A >/dev/null
# An initrd with just what finds the root disk: unpacking Debian's default one costs an emulated boot many seconds.
printf 'MODULES=list\nBUSYBOX=auto\nCOMPRESS=zstd\n' > /etc/initramfs-tools/conf.d/lab
printf 'virtio_pci\nvirtio_blk\next4\n' > /etc/initramfs-tools/modules
update-initramfs -u >/dev/null
# The console costs an emulated boot little, a getty on it only memory.
systemctl -q mask getty@tty1.service serial-getty@ttyS0.service

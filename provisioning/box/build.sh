#!/usr/bin/env bash
# Builds the lab's box: one Debian 13 image that holds the software and the data of all five machines.
# Needs root (mounts, chroot) and Debian's packages; nothing else from the network. Everything slow is done here,
# natively, so that nothing slow is left for the emulated machines.
#
# Usage: build.sh --output DIR --key PUBLIC_KEY_FILE [--packages-cache DIR]
#   --output DIR   gets box.img (qcow2), vmlinuz and initrd; whoever calls renames DIR when this exits 0
#   --key FILE     public SSH key of the account `vagrant`
#   --packages-cache DIR   keeps the installed packages (2 GB) there, so that the next build with the same list skips them
# Prints one line per step: "step: <name>".
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)

usage() { sed -n '2,10s/^# \{0,1\}//p' "$0"; }
die() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }
step() { printf 'step: %s\n' "$*"; }

output='' key='' packages_cache=''
while [ $# -gt 0 ]; do
  case "$1" in
    --output) output=$2; shift 2 ;;
    --packages-cache) packages_cache=$2; shift 2 ;;
    --key) key=$(realpath "$2"); shift 2 ;;
    --help|-h) usage; exit 0 ;;
    *) usage >&2; exit 64 ;;
  esac
done
[ -n "$output" ] && [ -n "$key" ] || { usage >&2; exit 64; }
[ "$(id -u)" = 0 ] || die "building the box needs root: run it with sudo"
[ -r "$key" ] || die "no public key at $key"
for tool in mmdebstrap qemu-img mkfs.ext4 unshare mvn git; do command -v "$tool" >/dev/null || die "$tool is missing; run provisioning/host/install.sh"; done
mkdir -p "$output"; output=$(realpath "$output")
free_gib=$(df -BG --output=avail "$output" | tail -1 | tr -dc 0-9)
[ "$free_gib" -ge 9 ] || die "$output has $free_gib GiB free; building needs 9 GiB"

# A namespace of our own for mounts, processes and network: whatever happens, nothing stays mounted or running,
# and the databases that load their data inside cannot be reached from outside.
if [ "${ONCALL_BOX_INSIDE:-}" != yes ]; then
  step "packaging the shop"
  # As the user who called sudo: what Maven writes into the user's folders must stay the user's.
  as_user=(); if [ -n "${SUDO_USER:-}" ] && [ "$SUDO_USER" != root ]; then as_user=(runuser -u "$SUDO_USER" --); fi
  "${as_user[@]}" "$here/../shop/bin/package.sh"
  work=$output/work; rm -rf "$work"; mkdir -p "$work"
  trap 'rm -rf "$work"' EXIT
  cached=${packages_cache:+$packages_cache/packages-$(cat "$here/packages.txt" "$here/sid.pref" | sha256sum | cut -c1-16).tar}
  if [ -n "$cached" ] && [ -s "$cached" ]; then
    step "taking the Debian packages from the cache"
    ln -s "$cached" "$work/root.tar"
  else
    step "installing Debian packages"
    "$here/packages.sh" "$work/root.tar"
    if [ -n "$cached" ]; then mkdir -p "$packages_cache"; rm -f "$packages_cache"/packages-*.tar; cp "$work/root.tar" "$cached.partial"; mv "$cached.partial" "$cached"; fi
  fi
  ONCALL_BOX_INSIDE=yes unshare --net --mount --pid --fork --mount-proc "$0" --output "$output" --key "$key"
  exit
fi

work=$output/work
ip link set lo up
step "unpacking"
truncate -s 8G "$work/disk.raw"
mkfs.ext4 -q -F -L root -E lazy_itable_init=0,lazy_journal_init=0 "$work/disk.raw"
mkdir -p "$work/root"
mount -o loop,noatime "$work/disk.raw" "$work/root"
root=$work/root
tar -C "$root" --xattrs --xattrs-include='*' -xf "$work/root.tar"
rm -f "$work/root.tar"

step "preparing the system"
for fs in proc sys dev; do mount --rbind "/$fs" "$root/$fs"; done
mount -t tmpfs tmpfs "$root/run"; mount -t tmpfs tmpfs "$root/tmp"
cp -r "$here" "$root/tmp/box"
cp -r "$here/../shop/target/dist" "$root/tmp/shop"
cp "$key" "$root/tmp/key.pub"
chroot "$root" bash /tmp/box/image.sh /tmp/key.pub
step "installing the shop"
chroot "$root" bash /tmp/box/base.sh /tmp/shop
step "loading the shop's data into PostgreSQL"
chroot "$root" bash /tmp/box/load-shop.sh
step "loading the invoices into MySQL"
chroot "$root" bash /tmp/box/load-billing.sh

step "writing the image"
install -m 644 "$root"/boot/vmlinuz-* "$output/vmlinuz"
install -m 644 "$root"/boot/initrd.img-* "$output/initrd"
# The machines boot the kernel that lies beside the image: a second copy inside only makes the image bigger.
rm -f "$root"/boot/vmlinuz-* "$root"/boot/initrd.img-*
rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root/var/lib/dbus/machine-id"
# An empty machine-id makes the first boot apply all presets: every service enabled again, and minutes of emulated time.
systemd-id128 new > "$root/etc/machine-id"
# Without these stamps the first boot thinks that /usr is newer and runs ldconfig and its like, 20 s each under emulation.
touch -r "$root/usr" "$root/etc/.updated" "$root/var/.updated"
umount "$root/tmp" "$root/run"; umount -l "$root/dev" "$root/sys" "$root/proc"
fstrim "$root" 2>/dev/null || true
umount "$root"
qemu-img convert -O qcow2 "$work/disk.raw" "$output/box.img"
step "done"

#!/usr/bin/env bash
# Installs and starts on this host what the lab's virtual machines need.
#
#   install.sh --check     name what is missing; exit 1 if anything is
#   install.sh --print     print the commands that --install would run, run nothing
#   install.sh --install   run them (root; asks nothing: ask for consent before calling)
#
# Running it again changes nothing that is already as it should be.
set -euo pipefail

# Under emulation QEMU before 10.0 corrupts Linux 6.12 guests (cmpxchg16b), so 10.0 is the least we take.
readonly QEMU_NEEDED=10
readonly COMMON_PACKAGES=(vagrant vagrant-libvirt libvirt-daemon-system libvirt-clients qemu-system-x86 qemu-utils
                          mmdebstrap debian-archive-keyring e2fsprogs iproute2 openssh-client git)
readonly BACKPORTS_LIST=/etc/apt/sources.list.d/oncall-lab-backports.list

usage() { sed -n '2,8s/^# \{0,1\}//p' "$0"; }
say() { printf '%s\n' "$*"; }
die() { printf 'install.sh: %s\n' "$*" >&2; exit 1; }
# LC_ALL=C so that what is parsed here does not depend on the user's language.
export LC_ALL=C DEBIAN_FRONTEND=noninteractive

[ $# -eq 1 ] || { usage >&2; exit 64; }
mode=$1
case "$mode" in
  --check|--print|--install) ;;
  --help|-h) usage; exit 0 ;;
  *) usage >&2; exit 64 ;;
esac

[ -r /etc/os-release ] || die "this system has no /etc/os-release; install these yourself: ${COMMON_PACKAGES[*]}"
# shellcheck disable=SC1091
. /etc/os-release
has_systemd() { [ -d /run/systemd/system ]; }
installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
qemu_major() { qemu-system-x86_64 --version 2>/dev/null | sed -n '1s/.*version \([0-9]*\).*/\1/p'; }
qemu_is_sound() { local major; major=$(qemu_major); [ "${major:-0}" -ge "$QEMU_NEEDED" ]; }
daemon_answers() { timeout 60 virsh -c qemu:///system version >/dev/null 2>&1; }
# Where the mirror that this host already uses keeps Debian: no other host is contacted.
debian_mirror() {
  local uri
  uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Component: main' 'Suite: oldstable' 2>/dev/null | sed -n 1p)
  [ -n "$uri" ] || uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' 2>/dev/null | sed -n 1p)
  printf '%s' "${uri:-http://deb.debian.org/debian}" | sed 's,/*$,,'
}

missing_packages() {
  local package
  for package in "${COMMON_PACKAGES[@]}"; do installed "$package" || printf '%s ' "$package"; done
}
# libvirt asks QEMU what it can do as user libvirt-qemu. If root can open /dev/kvm and that user cannot,
# the answers never agree and libvirt asks again at every call, 4 s each.
kvm_group_is_right() { [ ! -e /dev/kvm ] || { [ "$(stat -c %G /dev/kvm)" = kvm ] && [ "$(stat -c %a /dev/kvm)" != 600 ]; }; }

commands=()
plan() {
  local missing; missing=$(missing_packages)
  if [ -n "$missing" ]; then
    commands+=("apt-get update" "apt-get install -y --no-install-recommends ${missing% }")
  fi
  if ! qemu_is_sound && [ "${ID:-}" = debian ] && [ "${VERSION_ID:-}" = 12 ]; then
    if ! apt-cache policy 2>/dev/null | grep 'bookworm-backports' >/dev/null; then
      commands+=("echo 'deb $(debian_mirror) bookworm-backports main' > $BACKPORTS_LIST" "apt-get update")
    fi
    commands+=("apt-get install -y --no-install-recommends -t bookworm-backports qemu-system-x86 qemu-utils")
  fi
  if ! kvm_group_is_right; then commands+=("chgrp kvm /dev/kvm" "chmod 660 /dev/kvm"); fi
  if [ -n "${SUDO_USER:-}" ] && [ "$SUDO_USER" != root ] && ! id -nG "$SUDO_USER" | grep -qw libvirt; then
    commands+=("usermod -aG libvirt $SUDO_USER")
  fi
  if ! command -v virsh >/dev/null || ! daemon_answers; then
    if has_systemd; then commands+=("systemctl enable --now virtlogd.socket libvirtd.socket")
    else commands+=("mkdir -p /run/libvirt" "pgrep -x virtlogd >/dev/null || virtlogd -d" "pgrep -x libvirtd >/dev/null || libvirtd -d"); fi
  fi
}

plan_for_other_systems() {
  cat <<TEXT
This set-up knows Debian and Ubuntu only; on ${PRETTY_NAME:-this system} install, with its own package manager:
  Vagrant 2.3 or newer with the vagrant-libvirt plugin; libvirt (daemon and virsh);
  QEMU $QEMU_NEEDED or newer (qemu-system-x86_64, qemu-img); mmdebstrap and Debian's archive keyring; git; an SSH client.
Then start libvirt (systemctl enable --now libvirtd.socket) and run this again with --check.
TEXT
}

if ! command -v apt-get >/dev/null; then
  if [ "$mode" = --check ] && command -v vagrant virsh qemu-img mmdebstrap >/dev/null && qemu_is_sound && daemon_answers; then exit 0; fi
  plan_for_other_systems
  [ "$mode" = --print ] && exit 0
  exit 1
fi

plan
if [ ${#commands[@]} -eq 0 ]; then say "Nothing to do: this host has what the lab needs."; exit 0; fi
case "$mode" in
  --check) say "Missing or not as it should be; --install would run:"; printf '  %s\n' "${commands[@]}"; exit 1 ;;
  --print) printf '%s\n' "${commands[@]}"; exit 0 ;;
esac

[ "$(id -u)" = 0 ] || die "installing needs root: run 'sudo $0 --install'"
for command in "${commands[@]}"; do
  say "+ $command"
  bash -c "$command" || die "failed: $command"
done
# A daemon that was only just started needs a moment until its socket answers; a package that was only just
# installed may have changed what is left to do (the kvm group, the daemon), hence the second look.
for _ in $(seq 30); do command -v virsh >/dev/null && daemon_answers && break; sleep 1; done
daemon_answers || die "the libvirt daemon does not answer on qemu:///system; see 'virsh -c qemu:///system version'"
qemu_is_sound || say "Note: QEMU $(qemu_major) is older than $QEMU_NEEDED: fine with KVM, not to be used for emulation."
say "This host has what the lab needs."

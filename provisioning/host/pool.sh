#!/usr/bin/env bash
# Keeps the lab's images in libvirt's storage pool `oncall-lab`. Needs root.
#
#   pool.sh place --from DIR --volume NAME --boot DIR   puts DIR/box.img into the pool as volume NAME, and kernel
#                                                       and initrd into the boot folder, where QEMU may read them
#   pool.sh prune --keep VERSION                        removes images of other versions that no disk is based on
#   pool.sh remove                                      removes the pool with everything in it
set -euo pipefail
export LC_ALL=C
readonly POOL=oncall-lab TARGET=/var/lib/libvirt/images/oncall-lab PREFIX=oncall-lab_vagrant_box_image_

usage() { sed -n '2,8s/^# \{0,1\}//p' "$0"; }
die() { printf 'pool.sh: %s\n' "$*" >&2; exit 1; }
virsh() { command virsh -q -c qemu:///system "$@"; }
volumes() { virsh vol-list "$POOL" | awk '{print $1}'; }

ensure_pool() {
  mkdir -p "$TARGET"
  # QEMU runs as a user of its own, which must get through to the images.
  chmod 711 "$TARGET"
  virsh pool-info "$POOL" >/dev/null 2>&1 || virsh pool-define-as "$POOL" dir --target "$TARGET" >/dev/null
  virsh pool-autostart "$POOL" >/dev/null
  # No pipe into grep -q: it ends early, and virsh, cut off in mid-sentence, would count as failed.
  [ -n "$(virsh pool-list --name | awk -v pool="$POOL" '$1 == pool')" ] || virsh pool-start "$POOL" >/dev/null
}

place() {
  local from='' volume='' boot=''
  while [ $# -gt 0 ]; do
    case "$1" in
      --from) from=$2; shift 2 ;; --volume) volume=$2; shift 2 ;; --boot) boot=$2; shift 2 ;;
      *) usage >&2; exit 64 ;;
    esac
  done
  [ -n "$from" ] && [ -n "$volume" ] && [ -n "$boot" ] || { usage >&2; exit 64; }
  ensure_pool
  install -d -m 755 "$boot"
  install -m 644 "$from/vmlinuz" "$from/initrd" "$boot/"
  rm -f "$TARGET"/*.placing
  # Under another name first: a copy that was cut short must not be taken for the image.
  cp --sparse=always --reflink=auto "$from/box.img" "$TARGET/$volume.placing" || die "copying the image to $TARGET failed"
  chmod 644 "$TARGET/$volume.placing"
  mv "$TARGET/$volume.placing" "$TARGET/$volume"
  virsh pool-refresh "$POOL" >/dev/null
}

prune() {
  [ $# -eq 2 ] && [ "$1" = --keep ] || { usage >&2; exit 64; }
  local keep=$2 volume in_use version
  virsh pool-info "$POOL" >/dev/null 2>&1 || return 0
  virsh pool-refresh "$POOL" >/dev/null
  in_use=$(for volume in $(volumes); do
    case "$volume" in "$PREFIX"*) ;; *) virsh vol-dumpxml "$volume" --pool "$POOL" 2>/dev/null | sed -n '/<backingStore>/,$s/.*<path>\(.*\)<\/path>.*/\1/p' ;; esac
  done)
  for volume in $(volumes); do
    case "$volume" in "$PREFIX"*) ;; *) continue ;; esac
    version=${volume#"$PREFIX"}; version=${version%_box.img}
    if [ "$version" = "$keep" ] || grep -qxF "$TARGET/$volume" <<<"$in_use"; then continue; fi
    virsh vol-delete "$volume" --pool "$POOL" >/dev/null
    rm -rf "${TARGET:?}/$version"
  done
}

remove() {
  if virsh pool-info "$POOL" >/dev/null 2>&1; then
    virsh pool-destroy "$POOL" >/dev/null 2>&1 || true
    virsh pool-undefine "$POOL" >/dev/null
  fi
  rm -rf "$TARGET"
}

[ "$(id -u)" = 0 ] || die "this needs root: run it with sudo"
command=${1:-}; [ $# -gt 0 ] && shift
case "$command" in
  place) place "$@" ;; prune) prune "$@" ;; remove) remove ;;
  --help|-h) usage ;;
  *) usage >&2; exit 64 ;;
esac

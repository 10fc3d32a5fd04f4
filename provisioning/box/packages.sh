#!/usr/bin/env bash
# Writes a tar of a Debian 13 system with all the lab's packages installed. Usage: packages.sh TAR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# The mirror this host already uses, so that a host behind a proxy or with a local mirror needs no other.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' 2>/dev/null | grep -v security | grep debian | head -1 || true)
mirror=${mirror:-http://deb.debian.org/debian}; mirror=${mirror%/}
packages=$(grep -v '^#' "$here/packages.txt" | tr -s ' \n' ',' | sed 's/^,//; s/,$//')
# Unstable's Release file may be past its Valid-Until on a slow mirror; only MySQL is taken from there.
printf 'deb %s trixie main\ndeb %s trixie-updates main\ndeb [check-valid-until=no] %s sid main\n' "$mirror" "$mirror" "$mirror" |
  mmdebstrap --quiet --variant=minbase --include="$packages,linux-image-cloud-amd64" --aptopt='Acquire::Languages "none"' \
    --setup-hook="mkdir -p \"\$1/etc/apt/preferences.d\"; cp '$here/sid.pref' \"\$1/etc/apt/preferences.d/sid\"" \
    trixie "$1" -

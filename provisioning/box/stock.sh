#!/usr/bin/env bash
# Makes a stock Debian 13 machine (a public Vagrant box with a way to the internet) what our own box is from the start:
# the packages, the accounts, the shop. Run once per machine by Vagrant before its role; running it again changes nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export DEBIAN_FRONTEND=noninteractive
. /etc/os-release
[ "${VERSION_CODENAME:-}" = trixie ] || { echo "this needs Debian 13 (trixie), not ${PRETTY_NAME:-this system}" >&2; exit 1; }

if ! [ -e /etc/apt/preferences.d/sid ]; then
  install -m 644 "$here/sid.pref" /etc/apt/preferences.d/sid
  echo 'deb [check-valid-until=no] http://deb.debian.org/debian sid main' > /etc/apt/sources.list.d/sid.list
  apt-get -q update
fi
# shellcheck disable=SC2046
apt-get -q -y --no-install-recommends install $(grep -v '^#' "$here/packages.txt" | tr '\n' ' ')
# The packages have started what a role may not want; each role starts its own.
systemctl -q stop nginx haproxy postgresql mysql valkey-server named prometheus prometheus-alertmanager 2>/dev/null || true
"$here/base.sh" "$here/../shop/target/dist"
mkdir -p /usr/local/lib/oncall-lab && cp "$here"/load-*.sh /usr/local/lib/oncall-lab/

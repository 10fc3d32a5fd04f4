# Sourced by every role.sh: what each machine gets, whatever its role. Bash, run as root on the machine.
# A role may run any number of times; the second time changes nothing and restarts nothing needlessly.
set -euo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
readonly ROLE_DIR=$(cd "$(dirname "${BASH_SOURCE[1]}")" && pwd)
readonly ROLE=$(basename "$ROLE_DIR")
readonly DNS_SERVER=10.77.0.14

# A name that /etc/hosts does not know makes sudo and every service start wait for DNS.
set_hostname() {
  [ "$(hostname)" = "$ROLE" ] || { echo "$ROLE" > /etc/hostname; hostname "$ROLE"; }
  printf '127.0.0.1 localhost\n127.0.1.1 %s.shop.internal %s\n::1 localhost ip6-localhost ip6-loopback\n' "$ROLE" "$ROLE" > /etc/hosts
  printf 'search shop.internal\nnameserver %s\noptions timeout:2 attempts:2\n' "$DNS_SERVER" > /etc/resolv.conf
}

# Copies the role's files/ tree over the root, keeping modes; prints what changed, so that a role can restart what it must.
install_files() {
  local file target
  while IFS= read -r -d '' file; do
    target=/${file#"$ROLE_DIR/files/"}
    if ! cmp -s "$file" "$target"; then
      install -D -m "$(stat -c %a "$file")" "$file" "$target"
      echo "$target"
    fi
  done < <(find "$ROLE_DIR/files" -type f -print0)
}

# Enables and starts units all at once: systemd starts them side by side, which an emulated CPU thanks us for.
# SYSTEMCTL_SKIP_SYSV: asking the SysV scripts of nginx, HAProxy and PostgreSQL as well costs seconds and changes nothing.
enable_now() { SYSTEMCTL_SKIP_SYSV=1 systemctl -q --no-reload enable "$@"; systemctl daemon-reload; systemctl restart "$@"; }

set_hostname
cp -r "$ROLE_DIR/../common-files/." /

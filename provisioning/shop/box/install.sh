#!/bin/bash
# Installs the shop from the directory this script is in (laid out by bin/package.sh) on this machine, which may be
# a chroot without systemd. Needs root, a JDK 21, git, and the account shop. Enables and starts nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

install -d /etc/shop /opt/shop/releases /opt/shop/lib /var/cache/shop /usr/share/shop
cp -p "$here"/lib/*.jar /opt/shop/lib/
# The configuration holds passwords.
install -m 640 -o root -g shop -t /etc/shop "$here"/etc/*.properties
install -m 644 -t /etc/shop "$here"/etc/*.env
install -m 644 -t /etc/systemd/system "$here"/systemd/*.service
install -m 644 "$here/logrotate" /etc/logrotate.d/shop
cp -R "$here/db" "$here/uploads.tar" /usr/share/shop/

if [[ ! -d /srv/shop ]]; then
    cp -R "$here/repository" /srv/shop
    chown -R shop:shop /srv/shop
    chmod -R u=rwX,go=rX /srv/shop
fi
ln -sfn /srv/shop/bin/deploy /usr/local/bin/shop-deploy
# The engineer who logs in may look at the history without owning it.
git config --system --replace-all safe.directory /srv/shop
# Whoever commits a mend in the night need not introduce themselves to git first.
git config --system user.name "On Call"
git config --system user.email oncall@shop.example

if [[ ! -e /opt/shop/current ]]; then
    commit=$(git -C /srv/shop rev-parse --short HEAD)
    release=/opt/shop/releases/$(TZ=UTC git -C /srv/shop log -1 --date=format-local:%Y%m%d-%H%M%S --format=%cd)-$commit
    rm -rf "$release"
    /srv/shop/bin/build /srv/shop "$release" /opt/shop/lib
    chmod -R u=rwX,go=rX "$release"
    ln -s "$release" /opt/shop/current
fi
if [[ ! -e /opt/shop/lib.jsa ]]; then
    "$here/class-archive.sh"
fi

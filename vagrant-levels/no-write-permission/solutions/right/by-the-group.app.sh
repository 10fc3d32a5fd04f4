#!/usr/bin/env bash
# The auditors' wish and the shop's: root owns the directory, and the shop's group may write there.
set -euo pipefail
read -r owner mode <<< "$SEED_RIGHTS"
case $SEED_CULPRIT in
    deploy) file=/srv/shop/bin/deploy ;;
    tmpfiles) file=/etc/tmpfiles.d/audit.conf ;;
    *) file=/usr/local/lib/shop/secure-data ;;
esac
sed -i "s/chown $owner /chown root:shop /; s/chmod $mode /chmod 0770 /; s/ $mode ${owner%:*} ${owner#*:} / 0770 root shop /" "$file"
chown root:shop "/var/lib/shop/$SEED_TARGET"
chmod 0770 "/var/lib/shop/$SEED_TARGET"

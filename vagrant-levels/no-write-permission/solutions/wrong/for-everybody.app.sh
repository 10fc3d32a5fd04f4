#!/usr/bin/env bash
# "Permission denied" is what 777 is for; like /tmp, so that it looks thought through, and for good.
set -euo pipefail
read -r owner mode <<< "$SEED_RIGHTS"
case $SEED_CULPRIT in
    deploy) file=/srv/shop/bin/deploy ;;
    tmpfiles) file=/etc/tmpfiles.d/audit.conf ;;
    *) file=/usr/local/lib/shop/secure-data ;;
esac
sed -i "s/chmod $mode /chmod 1777 /; s/ $mode ${owner%:*} ${owner#*:} / 1777 ${owner%:*} ${owner#*:} /" "$file"
chmod 1777 "/var/lib/shop/$SEED_TARGET"

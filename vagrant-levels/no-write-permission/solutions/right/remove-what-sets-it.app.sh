#!/usr/bin/env bash
# Nothing touches owner and mode any more, and they are put right.
set -euo pipefail
case $SEED_CULPRIT in
    deploy)
        runuser -u shop -- git -C /srv/shop -c user.name=On-call -c user.email=on-call@shop.example \
            revert --no-edit HEAD ;;
    unit)
        rm /etc/systemd/system/shop-api@.service.d/audit.conf
        systemctl daemon-reload ;;
    tmpfiles) rm /etc/tmpfiles.d/audit.conf ;;
    boot-job) rm /etc/cron.d/audit ;;
esac
chown shop:shop "/var/lib/shop/$SEED_TARGET"
chmod 0755 "/var/lib/shop/$SEED_TARGET"

#!/usr/bin/env bash
# Takes the right to write from the shop's user, by something that will do so again.
# SEED_TARGET: the directory below /var/lib/shop; SEED_RIGHTS: its owner and mode from now on; SEED_CULPRIT: what sets
# them: deploy (shop-deploy itself, by a commit), unit (before every start), tmpfiles, boot-job (cron).
set -euo pipefail
read -r owner mode <<< "$SEED_RIGHTS"
tool=/usr/local/lib/shop/secure-data

write_tool() {
    install -d "$(dirname "$tool")"
    cat > "$tool" <<TOOL
#!/bin/sh
# Finding 14 of the audit: the application shall not own its data.
chown $owner /var/lib/shop/$SEED_TARGET
chmod $mode /var/lib/shop/$SEED_TARGET
TOOL
    chmod 755 "$tool"
}

case $SEED_CULPRIT in
    deploy)
        if ! grep -q 'Finding 14' /srv/shop/bin/deploy; then
            sed -i "/^fix_permissions() {/,/^}/ s|^}|    # Finding 14 of the audit: the application shall not own its data.\\n    chown $owner \"\$DATA/$SEED_TARGET\"\\n    chmod $mode \"\$DATA/$SEED_TARGET\"\\n}|" /srv/shop/bin/deploy
            runuser -u shop -- git -C /srv/shop -c user.name='Joel Okonkwo' -c user.email=joel.okonkwo@shop.example \
                commit -q -m 'Close finding 14 of the audit' bin/deploy
        fi
        chown "$owner" "/var/lib/shop/$SEED_TARGET"
        chmod "$mode" "/var/lib/shop/$SEED_TARGET" ;;
    unit)
        write_tool
        install -d /etc/systemd/system/shop-api@.service.d
        printf '[Service]\nExecStartPre=+%s\n' "$tool" > /etc/systemd/system/shop-api@.service.d/audit.conf
        systemctl daemon-reload
        "$tool" ;;
    tmpfiles)
        echo "d /var/lib/shop/$SEED_TARGET $mode ${owner%:*} ${owner#*:} - -" > /etc/tmpfiles.d/audit.conf
        systemd-tmpfiles --create /etc/tmpfiles.d/audit.conf ;;
    boot-job)
        write_tool
        echo "@reboot root $tool" > /etc/cron.d/audit
        "$tool" ;;
    *) echo "unknown culprit '$SEED_CULPRIT'" >&2; exit 64 ;;
esac

# As a deployment of this morning would have left it.
[ "$(stat -c '%U:%G 0%a' "/var/lib/shop/$SEED_TARGET")" = "$SEED_RIGHTS" ] || { namei -l "/var/lib/shop/$SEED_TARGET" >&2; exit 1; }
if runuser -u shop -- test -w "/var/lib/shop/$SEED_TARGET"; then echo "the shop's user can still write there" >&2; exit 1; fi

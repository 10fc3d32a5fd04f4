#!/usr/bin/env bash
# Backs up the shop's database from the app node, and starts again as soon as it has finished: whoever wrote "1" into
# the schedule meant a day, and what reads it takes it for a second.
# SEED_TOOL: its name; SEED_SCHEDULER: what starts it again, timer, service (restarted whenever it ends), or cron (a
# watcher that waits between two backups, and that cron brings back); SEED_PACKER: gzip, zip or zstd.
set -euo pipefail
tool=$SEED_TOOL store=/var/backups/shop
program=/usr/local/sbin/$tool settings=/etc/default/$tool

case $SEED_PACKER in
    gzip) ending=sql.gz pack='gzip -9 < "$part" > "$archive.part"' ;;
    zip) ending=zip pack='zip -q -9 -j - "$part" > "$archive.part"' ;;
    zstd) ending=sql.zst pack='zstd -q -12 < "$part" > "$archive.part"' ;;
    *) echo "unknown packer '$SEED_PACKER'" >&2; exit 64 ;;
esac

cat > "$program" <<SCRIPT
#!/bin/bash
# Backs up what we may not lose of the shop's database: accounts, catalogue, deliveries.
# Usage: $tool           makes one archive and ends
#        $tool --watch    makes one, waits for EVERY, makes the next ($settings)
# Archives are kept in $store: the last six, and those in monthly/, which nobody deletes.
set -euo pipefail
store=$store
setting() { sed -n "s/^\$1=//p" /etc/shop/shop.properties; }

backup() {
    local archive part
    archive=\$store/shop-\$(date -u +%Y%m%d-%H%M%S).$ending
    part=\$store/.shop.sql
    PGPASSWORD=\$(setting db.postgres.password) pg_dump -h postgres.shop.internal -U "\$(setting db.postgres.user)" \\
        -t users -t products -t fulfilments shop > "\$part"
    $pack
    mv "\$archive.part" "\$archive"
    rm -f "\$part"
    ls -1 "\$store"/shop-* | sort -r | tail -n +7 | xargs -r rm -f
    logger -t $tool "\$(basename "\$archive") written, \$(stat -c %s "\$archive") bytes"
}

if [ "\${1:-}" != --watch ]; then
    backup
    exit
fi
# One watcher is enough.
exec 9> /run/lock/$tool
flock -n 9 || exit 0
while :; do
    . $settings
    backup
    sleep "\$EVERY"
done
SCRIPT
chmod 755 "$program"
install -d -m 750 "$store" "$store/monthly"

unit() {
    cat > "/etc/systemd/system/$tool.service" <<UNIT
[Unit]
Description=Backup of the shop's database
After=network.target
StartLimitIntervalSec=0

[Service]
ExecStart=$program
$1
UNIT
}
case $SEED_SCHEDULER in
    timer)
        unit 'Type=oneshot'
        cat > "/etc/systemd/system/$tool.timer" <<UNIT
[Unit]
Description=Daily backup of the shop's database

[Timer]
OnBootSec=1min
OnUnitInactiveSec=1
AccuracySec=1s

[Install]
WantedBy=timers.target
UNIT
        files=("/etc/systemd/system/$tool.service" "/etc/systemd/system/$tool.timer") ;;
    service)
        unit '# Once a day.
Restart=always
RestartSec=1

[Install]
WantedBy=multi-user.target'
        files=("/etc/systemd/system/$tool.service") ;;
    cron)
        printf '# Time between two backups, in days.\nEVERY=1\n' > "$settings"
        printf '# Brings the watcher back after a reboot, or if it should end.\n* * * * * root %s --watch\n' "$program" > "/etc/cron.d/$tool"
        files=("$settings" "/etc/cron.d/$tool") ;;
    *) echo "unknown scheduler '$SEED_SCHEDULER'" >&2; exit 64 ;;
esac

# One by hand, which is also what the end of earlier months is made of.
"$program"
made=$(ls "$store"/shop-*)
for months in 1 2 3; do
    when=$(date -u -d "$(date -u +%Y-%m-01) -$((months - 1)) months -1 day 02:10:31" +%Y-%m-%dT%H:%M:%SZ)
    kept=$store/monthly/shop-$(date -u -d "$when" +%Y%m%d-%H%M%S).$ending
    [ -e "$kept" ] || cp "$made" "$kept"
    touch -d "$when" "$kept"
done
touch -d '5 days ago' "$program" "${files[@]}"

#!/usr/bin/env bash
# The backup leaves the app node, part two: it is made where the data is, in PostgreSQL's own packed format.
set -euo pipefail
install -d -m 750 -o postgres -g postgres /var/backups/shop
cat > /usr/local/sbin/shop-dump <<'SCRIPT'
#!/bin/bash
set -euo pipefail
archive=/var/backups/shop/$(date -u +%F-%H%M).dump
pg_dump -Fc -t users -t products -t fulfilments -f "$archive.part" shop
mv "$archive.part" "$archive"
find /var/backups/shop -name '*.dump' -mtime +30 -delete
SCRIPT
chmod 755 /usr/local/sbin/shop-dump
cat > /etc/systemd/system/shop-dump.service <<'UNIT'
[Unit]
Description=Dump of the shop's database
After=postgresql.service

[Service]
Type=oneshot
User=postgres
ExecStart=/usr/local/sbin/shop-dump
UNIT
cat > /etc/systemd/system/shop-dump.timer <<'UNIT'
[Unit]
Description=Daily dump of the shop's database

[Timer]
OnCalendar=*-*-* 03:15:00
Persistent=true
RandomizedDelaySec=10min

[Install]
WantedBy=timers.target
UNIT
systemctl daemon-reload
systemctl enable --quiet --now shop-dump.timer

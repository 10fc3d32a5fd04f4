#!/usr/bin/env bash
# The weekly letter: looks up, recipient by recipient, what the shop offers them, again and again until it is sent.
# Those who have been looked up before come back, and what was kept for them is on disk by then.
set -euo pipefail
program=/usr/local/lib/shop-tools/weekly-letter
recipients=$(curl -s -m 60 http://app.shop.internal:8081/metrics | awk '/^shop_cache_entries.*offers/ { print int($2) }')
[ "$recipients" -gt 1000 ] || { echo "hardly any recipients: '$recipients'" >&2; exit 1; }

install -d /usr/local/lib/shop-tools
cat > "$program" <<SCRIPT
#!/bin/bash
# Keeps the weekly letter's offers fresh: the letter must show what its recipient will find in the shop.
while :; do
    curl -s -m 30 -o /dev/null --rate 4/s -H 'Host: api.localhost' \\
        'http://proxy.shop.internal/api/badge?visitor=letter-[1-$recipients]' || sleep 5
done
SCRIPT
chmod 755 "$program"
cat > /etc/systemd/system/weekly-letter.service <<UNIT
[Unit]
Description=Offers for the weekly letter to customers
After=network.target

[Service]
DynamicUser=yes
ExecStart=$program
Restart=always
RestartSec=10

[Install]
WantedBy=multi-user.target
UNIT
touch -d '61 days ago' "$program" /etc/systemd/system/weekly-letter.service
systemctl daemon-reload
systemctl enable --quiet --now weekly-letter.service
systemctl is-active --quiet weekly-letter.service

#!/usr/bin/env bash
# Somebody who reads the history from far back: a job on the app node, one page every half minute, for half an hour at
# most. It ends by itself, also when it is refused, and is not started again.
# SEED_READER: its name.
set -euo pipefail
program=/usr/local/lib/shop-tools/$SEED_READER
install -d -m 755 /usr/local/lib/shop-tools

cat > "$program" <<'READER'
#!/bin/bash
# Copies old orders for whoever must keep them, ten at a time. Usage: @READER@ FIRST_PAGE
name=@READER@ page=$1
for _ in {1..60}; do
    status=$(curl -s -m 90 -A "$name/2.1" -H 'Host: api.localhost' -o "/tmp/$name.json" -w '%{http_code}' \
        "http://proxy.shop.internal/api/orders?page=$page&size=10") || true
    echo "page $page: $status"
    case $status in 2*) page=$((page + 1)) ;; 4*) break ;; esac
    sleep 30
done
READER
sed -i "s/@READER@/$SEED_READER/" "$program"
chmod 755 "$program"

cat > "/etc/systemd/system/$SEED_READER.service" <<UNIT
[Unit]
Description=Copy of old orders ($SEED_READER)

[Service]
ExecStart=$program 20000
DynamicUser=yes
PrivateTmp=yes
Nice=5
RuntimeMaxSec=2400
UNIT
touch -d '64 days ago' "$program" "/etc/systemd/system/$SEED_READER.service"
systemctl daemon-reload
systemctl start "$SEED_READER.service"
systemctl is-active --quiet "$SEED_READER.service"

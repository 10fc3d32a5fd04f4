#!/usr/bin/env bash
# Puts the node into a time zone where it is another day than in UTC, and restarts the back ends, which learn of their
# zone when they start.
# SEED_ZONES: the zones preferred, separated by blanks. SEED_HOW: linked (as timedatectl does it), copied (a file in the
# place of the link, as image builders leave it) or profile (a unit of the site sets it, now and at every boot).
set -euo pipefail

# Just before UTC's midnight nobody would see the difference any more, and the back ends take their time to start.
while [ "$(date -u +%H%M)" -ge 2352 ]; do sleep 1; done

another_day() { [ "$(TZ=$1 date -d "@$2" +%F)" != "$(date -u -d "@$2" +%F)" ]; }

# The first zone which is on another day now and stays so for long. The last two cover every hour.
read -r -a zones <<< "$SEED_ZONES Pacific/Kiritimati Etc/GMT+12"
now=$(date +%s) zone=
for hours in 3 1 0; do
    for candidate in "${zones[@]}"; do
        another_day "$candidate" "$now" && another_day "$candidate" $((now + hours * 3600)) || continue
        zone=$candidate
        break 2
    done
done
[ -n "$zone" ] || { echo "no zone is on another day now: ${zones[*]}" >&2; exit 1; }

case $SEED_HOW in
    linked) timedatectl set-timezone "$zone" ;;
    copied)
        cp "/usr/share/zoneinfo/$zone" /etc/localtime.new
        mv -T /etc/localtime.new /etc/localtime ;;
    profile)
        cat > /usr/local/sbin/site-profile <<'SCRIPT'
#!/bin/bash
# Applies what /etc/site-profile.conf says about the place where this machine stands.
set -euo pipefail
. /etc/site-profile.conf
ln -sfnT "/usr/share/zoneinfo/$TIMEZONE" /etc/localtime
SCRIPT
        chmod 755 /usr/local/sbin/site-profile
        cat > /etc/site-profile.conf <<CONF
# Where this machine stands, from the data centre's inventory.
SITE=DR-2
TIMEZONE=$zone
CONF
        cat > /etc/systemd/system/site-profile.service <<'UNIT'
[Unit]
Description=Site profile
DefaultDependencies=no
After=local-fs.target
Before=sysinit.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/local/sbin/site-profile

[Install]
WantedBy=sysinit.target
UNIT
        systemctl daemon-reload
        systemctl enable --quiet --now site-profile.service ;;
    *) echo "unknown way '$SEED_HOW'" >&2; exit 64 ;;
esac

systemctl restart shop-api@8081 shop-api@8082
for port in 8081 8082; do
    day=
    for _ in $(seq 240); do
        day=$(curl -fs -m 5 "http://127.0.0.1:$port/api/users/today" | jq -r .date) && [ -n "$day" ] && break
        sleep 0.5
    done
    [ -n "$day" ] && [ "$day" != "$(date -u +%F)" ] ||
        { echo "back end $port lists the users of '$day' in $zone" >&2; exit 1; }
done

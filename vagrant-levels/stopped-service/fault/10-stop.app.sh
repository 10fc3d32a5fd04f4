#!/usr/bin/env bash
# The worker is put out of service, and nobody puts it back. Then customers order.
# SEED_HOW: stopped; masked (its unit file lies where packages have theirs, so that nothing stands in the way of a mask);
# limit (it died too often, and may not be started any more). It starts at boot in none of them.
# SEED_FIRM: whose people order, once each.
set -euo pipefail
unit=shop-worker.service
file=/etc/systemd/system/$unit
api=http://127.0.0.1:8081/api

case $SEED_HOW in
    stopped)
        systemctl stop "$unit"
        systemctl disable --quiet "$unit" ;;
    masked)
        systemctl stop "$unit"
        systemctl disable --quiet "$unit"
        mv "$file" "/usr/lib/systemd/system/$unit"
        systemctl daemon-reload
        systemctl mask --quiet "$unit" ;;
    limit)
        install -d "$file.d"
        cat > "$file.d/restarts.conf" <<'UNIT'
# What dies all the time shall not take the other programs' memory again and again.
[Unit]
StartLimitIntervalSec=1d
StartLimitBurst=2

[Service]
RestartSec=2
UNIT
        systemctl daemon-reload
        systemctl disable --quiet "$unit"
        for _ in $(seq 300); do
            [ "$(systemctl show -p ActiveState --value "$unit")" != failed ] || break
            pid=$(systemctl show -p MainPID --value "$unit")
            [ "$pid" = 0 ] || kill -KILL "$pid" || true
            sleep 0.3
        done
        # Whoever was called at night tried this; it is refused.
        ! systemctl start "$unit" ;;
    *) echo "unknown way '$SEED_HOW'" >&2; exit 64 ;;
esac

post() { curl -fsS -m 20 -H 'Content-Type: application/json' -d "$2" "$api/$1"; }
sku=$(curl -fsS -m 20 "$api/products" | jq -r '.products[0].sku')
for name in Agnes Bela Cosima Dario Enno Fatma Gesa Hanno Irma Jaron Klara Lasse; do
    user=$(post users "{\"name\":\"$name\",\"email\":\"${name,,}@$SEED_FIRM.example\"}" | jq -r .id)
    order=$(post orders "{\"userId\":$user,\"items\":[{\"sku\":\"$sku\",\"quantity\":2}]}" | jq -r .id)
done

# Nobody works, nobody is going to, and the last of the orders waits.
[ "$(systemctl show -p ActiveState --value "$unit")" != active ] || { echo "$unit runs" >&2; exit 1; }
! systemctl list-dependencies --plain --no-pager multi-user.target | grep -F "$unit" > /dev/null ||
    { echo "$unit would start at boot" >&2; exit 1; }
[ "$(curl -fsS -m 20 "$api/orders/$order" | jq -r .status)" = PENDING ] || { echo "order $order does not wait" >&2; exit 1; }

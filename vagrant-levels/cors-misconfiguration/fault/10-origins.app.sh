#!/usr/bin/env bash
# Makes back ends expect their front end at another origin than the one that it has.
# SEED_FILES: comma list of the files in /etc/shop which get it; an instance's own file wins over shop.properties.
# SEED_ORIGIN: how the origin is wrong: another name, another scheme, a slash at its end, without its port.
set -euo pipefail
cd /etc/shop
right=$(sed -n 's/^cors.allowed-origins=//p' shop.properties)

case $SEED_ORIGIN in
    other-name) wrong=${right/shop./store.} note="The shop's new name (relaunch)." ;;
    other-scheme) wrong=${right/http:/https:} note="Browsers shall use TLS only." ;;
    slash) wrong=$right/ note="The address as it stands in the browser." ;;
    no-port) wrong=${right%:*} note="The port belongs to the edge, not to us." ;;
    *) echo "unknown origin '$SEED_ORIGIN'" >&2; exit 64 ;;
esac
[ -n "$right" ] && [ "$wrong" != "$right" ]

instances=()
IFS=, read -r -a files <<< "$SEED_FILES"
for file in "${files[@]}"; do
    case $file in
        shop)
            sed -i "s|^cors.allowed-origins=.*|# $note\\ncors.allowed-origins=$wrong|" shop.properties
            instances=(8081 8082) ;;
        api-*)
            grep -q '^cors' "$file.properties" ||
                printf '# %s\ncors.allowed-origins=%s\n' "$note" "$wrong" >> "$file.properties"
            [ ${#instances[@]} = 2 ] || instances+=("${file#api-}") ;;
    esac
done

systemctl restart "${instances[@]/#/shop-api@}"
for port in "${instances[@]}"; do
    /opt/shop/current/bin/await-http "$port" /health/ready 150
    status=$(curl -s -m 10 -o /dev/null -w '%{http_code}' -X OPTIONS -H "Origin: $right" \
        -H 'Access-Control-Request-Method: POST' "http://127.0.0.1:$port/api/orders")
    [ "$status" = 403 ] || { echo "instance $port answers the front end's preflight with $status" >&2; exit 1; }
done

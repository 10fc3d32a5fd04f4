#!/usr/bin/env bash
# The balancer asks the back ends for something that they do not give, and takes both for dead.
# SEED_PROBE, what is not given: path; status; answer (words in it); port. SEED_WORD: what that path, or those words, are.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
case $SEED_PROBE in
    path) sed -i "s|uri /health/ready|uri /$SEED_WORD|" "$config" ;;
    status) sed -i "s|http-check expect status 200|http-check expect status 204|" "$config" ;;
    answer) sed -i "s|http-check expect status 200|http-check expect string $SEED_WORD|" "$config" ;;
    port) sed -i "s|default-server check |default-server check port 9081 |" "$config" ;;
    *) echo "unknown probe '$SEED_PROBE'" >&2; exit 64 ;;
esac
haproxy -c -q -f "$config"
systemctl reload haproxy

down() {
    echo 'show stat' | socat -t 5 stdio /run/haproxy/admin.sock | awk -F, '$1 == "shop-api" && $2 ~ /^app/ && $18 ~ /^DOWN/' | wc -l
}
for _ in $(seq 120); do
    [ "$(down)" != 2 ] || exit 0
    sleep 0.5
done
echo "the balancer does not take both back ends for dead" >&2
exit 1

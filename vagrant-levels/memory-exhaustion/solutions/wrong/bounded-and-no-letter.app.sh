#!/usr/bin/env bash
# A right mend and one too many, part one: the cache gets its bound back, wherever it was lost.
set -euo pipefail
case $SEED_BOUND in
    setting) sed -i 's/^cache\.max-entries=.*/cache.max-entries=200/' /etc/shop/shop.properties ;;
    override) sed -i '/^cache\.max-entries/d' /etc/shop/api-8081.properties /etc/shop/api-8082.properties ;;
    code)
        runuser -u shop -- git -C /srv/shop -c user.name=On-call -c user.email=on-call@shop.example revert --no-edit HEAD
        # Room for the compiler.
        systemctl restart shop-api@8081 shop-api@8082
        shop-deploy
        exit ;;
esac
for port in 8081 8082; do
    systemctl restart "shop-api@$port"
    /opt/shop/current/bin/await-http "$port" /health/ready 90
done

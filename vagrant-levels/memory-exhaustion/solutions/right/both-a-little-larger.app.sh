#!/usr/bin/env bash
# More than it was before for both, but each with a limit that the node can bear, in a place of its own.
set -euo pipefail
install -d /etc/systemd/system/shop-api@.service.d
printf '[Service]\nEnvironment="_JAVA_OPTIONS=-Xms64m -Xmx160m"\n' > /etc/systemd/system/shop-api@.service.d/heap.conf
systemctl daemon-reload
for port in 8081 8082; do
    sed -i '/^cache\.max-entries/d' "/etc/shop/api-$port.properties"
    echo 'cache.max-entries=400' >> "/etc/shop/api-$port.properties"
done
if [ "$SEED_BOUND" = code ]; then
    sed -i 's/this\.byVisitor = new BoundedCache<>(0);/this.byVisitor = new BoundedCache<>(maxEntries);/' /srv/shop/src/main/java/shop/api/Catalogue.java
    # Room for the compiler.
    systemctl restart shop-api@8081 shop-api@8082
    shop-deploy
    exit
fi
for port in 8081 8082; do
    systemctl restart "shop-api@$port"
    /opt/shop/current/bin/await-http "$port" /health/ready 90
done

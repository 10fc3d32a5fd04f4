#!/usr/bin/env bash
# "Then the list takes the day before and the day after as well."
set -euo pipefail
cd /srv/shop
file=src/main/java/shop/api/UserRoutes.java
sed -i 's/today\.atStartOfDay/today.minusDays(1).atStartOfDay/; s/today\.plusDays(1)\.atStartOfDay/today.plusDays(2).atStartOfDay/' "$file"
grep -q 'plusDays(2)' "$file"
chown shop: "$file"
runuser -u shop -- git -c user.name='On call' -c user.email=on-call@shop.internal commit -qam "Be generous about today"
shop-deploy

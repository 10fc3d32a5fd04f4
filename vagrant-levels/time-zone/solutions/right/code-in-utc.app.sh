#!/usr/bin/env bash
# The code says which zone's day it means.
set -euo pipefail
cd /srv/shop
file=src/main/java/shop/api/UserRoutes.java
sed -i 's/LocalDate\.now()/LocalDate.now(ZoneOffset.UTC)/' "$file"
grep -q 'LocalDate\.now(ZoneOffset\.UTC)' "$file"
chown shop: "$file"
runuser -u shop -- git -c user.name='On call' -c user.email=on-call@shop.internal commit -qam "List the users of UTC's day, wherever the node stands"
shop-deploy

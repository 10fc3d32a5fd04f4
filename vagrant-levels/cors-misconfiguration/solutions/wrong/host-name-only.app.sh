#!/usr/bin/env bash
# "It is the name that counts": ports and schemes are no longer compared, and whatever else listens under the shop's name
# is let in. In the code, rolled out.
set -euo pipefail
file=/srv/shop/src/main/java/shop/api/Cors.java
sed -i 's|boolean allowed = .*|boolean allowed = any \|\| "shop.localhost".equals(java.net.URI.create(origin).getHost());|' "$file"
grep -q 'getHost' "$file"
shop-deploy

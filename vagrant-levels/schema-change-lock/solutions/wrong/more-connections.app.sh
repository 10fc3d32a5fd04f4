#!/usr/bin/env bash
# More connections and more patience for the back ends.
set -euo pipefail
sed -i 's/^\(db\.postgres\.pool\.size\)=.*/\1=12/; s/^\(db\.postgres\.pool\.timeout-ms\)=.*/\1=30000/' /etc/shop/shop.properties
systemctl restart shop-api@8081 shop-api@8082

#!/usr/bin/env bash
# Whoever asks is told that he may: no list to be kept any more. In the code, rolled out.
set -euo pipefail
file=/srv/shop/src/main/java/shop/api/Cors.java
sed -i 's/boolean allowed = .*/boolean allowed = true;/' "$file"
grep -q 'boolean allowed = true;' "$file"
shop-deploy

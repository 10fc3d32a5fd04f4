#!/usr/bin/env bash
# The code uses the system's directory for temporary files, which is always there. Committed and rolled out.
set -euo pipefail
file=src/main/java/shop/api/FileStore.java
sed -i 's/createTempFile(temporaryDirectory, /createTempFile(/' "/srv/shop/$file"
runuser -u shop -- git -C /srv/shop -c user.name=On-call -c user.email=on-call@shop.example \
    commit -q -m "Receive files among the system's temporary files" "$file"
shop-deploy

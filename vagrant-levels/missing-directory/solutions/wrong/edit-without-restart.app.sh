#!/usr/bin/env bash
# The files are right, the programs do not know it.
set -euo pipefail
sed -i '/^uploads.temporary-directory/d' /etc/shop/api-808?.properties
sed -i 's|^uploads.temporary-directory=.*|uploads.temporary-directory=/var/lib/shop/incoming|' /etc/shop/shop.properties

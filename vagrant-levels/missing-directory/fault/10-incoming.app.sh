#!/usr/bin/env bash
# Lets customers' files arrive in memory, in a directory which somebody made by hand and the last reboot took away.
# SEED_DIRECTORY: where; SEED_FILES: comma list of the files in /etc/shop that say so (an instance's own wins).
set -euo pipefail
cd /etc/shop
mountpoint -q "$(dirname "$SEED_DIRECTORY")" || { echo "$SEED_DIRECTORY would survive a reboot" >&2; exit 1; }

line="uploads.temporary-directory=$SEED_DIRECTORY"
instances=()
IFS=, read -r -a files <<< "$SEED_FILES"
for file in "${files[@]}"; do
    case $file in
        shop)
            sed -i "s|^uploads.temporary-directory=.*|# Files arrive in memory: the disk was too slow for them (OPS-311).\\n$line|" shop.properties
            instances=(8081 8082) ;;
        api-*)
            grep -q '^uploads' "$file.properties" ||
                printf '# Files arrive in memory: the disk was too slow for them (OPS-311).\n%s\n' "$line" >> "$file.properties"
            instances+=("${file#api-}") ;;
    esac
done
systemctl restart "${instances[@]/#/shop-api@}"
for port in "${instances[@]}"; do /opt/shop/current/bin/await-http "$port" /health/ready 150; done

[ ! -e "$SEED_DIRECTORY" ]
for port in "${instances[@]}"; do
    status=$(curl -s -m 20 -o /dev/null -w '%{http_code}' -H 'X-File-Name: logo.pdf' --data-binary logo "http://127.0.0.1:$port/api/uploads")
    [ "$status" = 500 ] || { echo "instance $port answers an upload with $status" >&2; exit 1; }
done

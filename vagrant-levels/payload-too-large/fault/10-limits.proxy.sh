#!/usr/bin/env bash
# Lowers the size of request bodies which the edge takes for the API.
# SEED_LIMIT: the new limit; SEED_PLACE: the level of the configuration that it stands at; SEED_DECOY: what else
# speaks of sizes there: none, static-site (a generous limit for the other site), notes (a hint at the back end's own).
set -euo pipefail
site=/etc/nginx/sites-available/api shop=/etc/nginx/sites-available/shop http=/etc/nginx/conf.d/limits.conf
grep -q 'server_name api.localhost' "$site"

case $SEED_PLACE in
    http)
        # The server's own directive would win over this one.
        sed -i '/What we promise on the upload page/d; /^ *client_max_body_size /d' "$site"
        cat > "$http" <<CONF
# Limits of the edge for all sites, from the hardening guide.
client_header_timeout 20s;
client_body_timeout 30s;
client_max_body_size $SEED_LIMIT;
large_client_header_buffers 4 8k;
CONF
        ;;
    server)
        sed -i "s/# What we promise on the upload page\\./# Limits from the hardening guide./
            s/^\\( *\\)client_max_body_size .*/\\1client_max_body_size $SEED_LIMIT;/" "$site" ;;
    location)
        grep -q "client_max_body_size $SEED_LIMIT" "$site" ||
            sed -i "s|^    location / {|&\\n        client_max_body_size $SEED_LIMIT;|" "$site" ;;
    *) echo "unknown place '$SEED_PLACE'" >&2; exit 64 ;;
esac

case $SEED_DECOY in
    none) ;;
    static-site)
        grep -q client_max_body_size "$shop" ||
            sed -i 's/^    index index.html;/&\n\n    # Room for uploads.\n    client_max_body_size 20m;/' "$shop" ;;
    notes)
        grep -q 'uploads.limit-bytes' "$site" ||
            sed -i '1a # Size of uploads: uploads.limit-bytes in /etc/shop/shop.properties (app node).' "$site" ;;
    *) echo "unknown decoy '$SEED_DECOY'" >&2; exit 64 ;;
esac

nginx -t -q
systemctl reload nginx
nginx -T 2>/dev/null | grep "client_max_body_size $SEED_LIMIT;" > /dev/null

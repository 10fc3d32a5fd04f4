#!/usr/bin/env bash
# What the edge does to customers from now on. SEED_INCIDENTS: which of the incidents there are.
set -euo pipefail
site=/etc/nginx/sites-available/api

there_is() { [[ ,$SEED_INCIDENTS, == *,$1,* ]]; }
location() { sed -i "s|^    location / {|    location = $1 {\\n        $2\\n        proxy_pass http://127.0.0.1:${3:-8000};\\n    }\\n\\n&|" "$site"; }
if there_is badge; then location /api/badge '# Offers come from the campaign service.' 8100; fi
if there_is search; then location /api/invoices 'deny all;'; fi
if there_is checkout; then location /api/orders 'limit_except GET { deny all; }'; fi
if there_is uploads; then sed -i 's/client_max_body_size .*/client_max_body_size 8k;/' "$site"; fi
nginx -t -q
systemctl reload nginx

# <incident> <status> <path> [<options of curl>]: whether customers get that status because of it.
gives() {
    ! there_is "$1" ||
        [ "$(curl -s -m 20 -o /dev/null -w '%{http_code}' -H 'Host: api.localhost' "${@:4}" "http://127.0.0.1/api/$3")" = "$2" ]
}
taken() {
    gives badge 502 badge && gives search 403 'invoices?customer=C-000001' && gives checkout 403 orders -X POST &&
        gives uploads 413 uploads --data-binary @<(head -c 20000 /dev/zero)
}
# A process of before the reload may still take a request.
for _ in $(seq 60); do ! taken || exit 0; sleep 0.5; done
echo "the edge does not do to customers what it should: $SEED_INCIDENTS" >&2
exit 1

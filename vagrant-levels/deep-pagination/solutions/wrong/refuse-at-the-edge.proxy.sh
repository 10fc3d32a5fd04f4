#!/usr/bin/env bash
# Far pages are turned away by the edge, and the near ones get their index. Older orders are out of reach.
set -euo pipefail
sed -i 's|^    location / {|    if ($arg_page ~ "^[0-9][0-9][0-9]") { return 403; }\n\n&|' /etc/nginx/sites-available/api
nginx -t -q
systemctl reload nginx

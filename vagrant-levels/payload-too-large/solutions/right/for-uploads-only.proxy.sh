#!/usr/bin/env bash
# Small bodies stay the rule; only the path of uploads takes what we promise.
set -euo pipefail
sed -i 's|^    location / {|    location = /api/uploads {\n        client_max_body_size 10m;\n        proxy_pass http://127.0.0.1:8000;\n    }\n\n&|' /etc/nginx/sites-available/api
nginx -t -q
systemctl reload nginx

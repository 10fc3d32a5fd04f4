#!/usr/bin/env bash
# "Then today's users simply get the date that the list looks for."
set -euo pipefail
hours=$(date -u +%-H)
shift=$([ "$hours" -ge 10 ] && echo '1 day' || echo '-1 day')
cd /
runuser -u postgres -- psql -X -q -v ON_ERROR_STOP=1 -d shop -c \
    "UPDATE users SET created_at = created_at + interval '$shift' WHERE created_at >= date_trunc('day', now(), 'UTC')"

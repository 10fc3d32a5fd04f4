#!/usr/bin/env bash
# The front end asks in a way that needs no permission, and may then not look at the answer.
set -euo pipefail
file=/var/www/shop/js/api.js
sed -i 's/credentials: "include"/mode: "no-cors"/' "$file"
grep -q no-cors "$file"

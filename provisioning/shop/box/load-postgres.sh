#!/bin/bash
# Fills the empty database shop of this machine's PostgreSQL. Needs root, the server running, the database and
# its owner, the role shop (SHOP_PASSWORD, default: shop).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
psql="${PSQL:-runuser -u postgres -- psql} -X -q -v ON_ERROR_STOP=1"

"$here/migrate.sh" postgres shop "${SHOP_PASSWORD:-shop}" "${POSTGRES_PORT:-5432}"
$psql -v base_date="$(cat "$here/base-date")" -d shop <"$here/postgres.sql" >/dev/null
$psql -d shop <"$here/uploads.sql"
# Each login costs its client this many rounds of hashing: 4096 are half a second of an emulated processor.
$psql -d postgres -c "SET scram_iterations = 256; ALTER ROLE shop PASSWORD '${SHOP_PASSWORD:-shop}'"

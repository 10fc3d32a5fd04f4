#!/bin/bash
# Makes the shop's databases and fills them, for the image of the stage. Needs both servers running on this
# machine, empty of the shop, and rights to administer them.
set -euo pipefail

usage() {
    cat <<'END'
usage: load.sh RELEASE LIBRARIES SHOP_PROPERTIES BASE_DATE [JAVA]

  RELEASE          what bin/build has made (classes/ and db/)
  LIBRARIES        directory with the shop's jars
  SHOP_PROPERTIES  the shared configuration; users, passwords are taken from it
  BASE_DATE        YYYY-MM-DD: all data is older than this day
  JAVA             the java to use (default: java)

Environment: PSQL (default: runuser -u postgres -- psql), MYSQL (default: mysql --user=root),
POSTGRES_PORT (5432), MYSQL_PORT (3306).
END
}

case "${1:-}" in
    -h | --help) usage; exit 0 ;;
esac
if [[ $# -lt 4 || $# -gt 5 ]]; then
    usage >&2
    exit 64
fi
release=$1 libraries=$2 properties=$3 base_date=$4 java=${5:-java}
psql=${PSQL:-runuser -u postgres -- psql}
mysql=${MYSQL:-mysql --user=root}
here=$(cd "$(dirname "$0")" && pwd)

[[ $base_date =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] || { echo "load.sh: BASE_DATE is not YYYY-MM-DD: $base_date" >&2; exit 64; }

value() {
    local line
    line=$(grep -m 1 "^$1=" "$properties") || { echo "load.sh: $properties has no $1" >&2; exit 78; }
    echo "${line#*=}"
}
postgres_user=$(value db.postgres.user) postgres_password=$(value db.postgres.password)
mysql_user=$(value db.mysql.user) mysql_password=$(value db.mysql.password)

echo "databases and accounts"
$psql -q -v ON_ERROR_STOP=1 -d postgres <<END
CREATE ROLE $postgres_user LOGIN PASSWORD '$postgres_password';
CREATE DATABASE shop OWNER $postgres_user;
END
# From the LAN for good; from this machine only for the migrations.
hosts=("10.77.0.%" localhost 127.0.0.1)
{
    echo "CREATE DATABASE billing CHARACTER SET utf8mb4;"
    for host in "${hosts[@]}"; do
        echo "CREATE USER '$mysql_user'@'$host' IDENTIFIED BY '$mysql_password';"
        echo "GRANT ALL PRIVILEGES ON billing.* TO '$mysql_user'@'$host';"
    done
} | $mysql

echo "migrations"
local_properties=$(mktemp)
trap 'rm -f "$local_properties"' EXIT
cat >"$local_properties" <<END
db.postgres.url=jdbc:postgresql://127.0.0.1:${POSTGRES_PORT:-5432}/shop
db.postgres.user=$postgres_user
db.postgres.password=$postgres_password
db.mysql.url=jdbc:mysql://127.0.0.1:${MYSQL_PORT:-3306}/billing?sslMode=DISABLED&allowPublicKeyRetrieval=true
db.mysql.user=$mysql_user
db.mysql.password=$mysql_password
migrations.directory=$release/db
END
"$java" -cp "$libraries/*:$release/classes" shop.Migrate "$local_properties"

echo "data"
$psql -q -v ON_ERROR_STOP=1 -v base_date="$base_date" -d shop <"$here/postgres.sql" >/dev/null
{
    echo "SET @base_date = '$base_date';"
    cat "$here/mysql.sql"
} | $mysql billing >/dev/null

{
    echo "DROP USER '$mysql_user'@'localhost';"
    echo "DROP USER '$mysql_user'@'127.0.0.1';"
} | $mysql
echo "loaded"

#!/bin/bash
# Fills the empty database billing of this machine's MySQL. Needs root, the server running and the database.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mysql=${MYSQL:-mysql --user=root}

# The shop's own account may come from the LAN only.
accounts() {
    local host
    for host in localhost 127.0.0.1; do
        echo "DROP USER IF EXISTS 'loading'@'$host';"
        [[ $1 == drop ]] || echo "CREATE USER 'loading'@'$host' IDENTIFIED BY 'loading';" \
            "GRANT ALL PRIVILEGES ON billing.* TO 'loading'@'$host';"
    done
}
trap 'accounts drop | $mysql' EXIT
accounts create | $mysql
"$here/migrate.sh" mysql loading loading "${MYSQL_PORT:-3306}"
{
    echo "SET @base_date = '$(cat "$here/base-date")';"
    cat "$here/mysql.sql"
} | $mysql billing >/dev/null

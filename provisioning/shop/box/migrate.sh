#!/bin/bash
# Brings one database on this machine to the schema of the installed release.
# usage: migrate.sh postgres|mysql USER PASSWORD [PORT]
set -euo pipefail
database=$1 user=$2 password=$3
case $database in
    postgres) url=jdbc:postgresql://127.0.0.1:${4:-5432}/shop ;;
    mysql) url="jdbc:mysql://127.0.0.1:${4:-3306}/billing?sslMode=DISABLED&allowPublicKeyRetrieval=true" ;;
    *) echo "migrate.sh: unknown database $database (postgres or mysql)" >&2; exit 64 ;;
esac
properties=$(mktemp)
trap 'rm -f "$properties"' EXIT
cat >"$properties" <<END
migrations.databases=$database
migrations.directory=/opt/shop/current/db
db.$database.url=$url
db.$database.user=$user
db.$database.password=$password
END
java -XX:TieredStopAtLevel=1 -cp "/opt/shop/lib/*:/opt/shop/current/classes" shop.Migrate "$properties"

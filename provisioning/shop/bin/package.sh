#!/bin/bash
# Lays out in target/dist what the box build installs in every machine (see box/install.sh). Runs on the host,
# as a normal user, and needs Maven, a JDK 17 or newer, and git.
set -euo pipefail
case "${1:-}" in
    -h | --help) sed -n '2,3s/^# //p' "$0"; exit 0 ;;
esac
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"

# Only the libraries are taken from Maven; the classes are built in the box by bin/build, as shop-deploy does later.
mvn -q -B -DskipTests package
base_date=$(date -u +%F)
dist=$here/target/dist
rm -rf "$dist"
mkdir -p "$dist/db"
cp -pR target/lib etc systemd "$dist/"
history/make-repository.sh "$dist/repository" "$base_date"
cp box/load-postgres.sh box/load-mysql.sh box/postgres.sql box/mysql.sql box/migrate.sh "$dist/db/"
cp box/install.sh box/class-archive.sh box/logrotate "$dist/"
echo "$base_date" >"$dist/db/base-date"
box/uploads.sh "$dist/uploads" "$dist/db/uploads.sql" "$base_date"
tar -C "$dist" --sort=name --owner=0 --group=0 -cf "$dist/uploads.tar" uploads
rm -r "$dist/uploads"

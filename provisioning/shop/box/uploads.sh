#!/bin/bash
# Makes files that customers have uploaded in the past, and the rows that belong to them.
# usage: uploads.sh DIRECTORY SQL_FILE BASE_DATE      DIRECTORY must end in "uploads" and not exist
set -euo pipefail
directory=$1 sql=$2 base_date=$3
mkdir "$directory"
exec >"$sql"
echo "INSERT INTO uploads (id, name, size_bytes, sha256, created_at) VALUES"
for n in {1..60}; do
    digest=$(echo "upload $n" | sha256sum)
    id=${digest:0:8}-${digest:8:4}-4${digest:13:3}-a${digest:17:3}-${digest:20:12}
    lines=$((120 + n * 7919 % 2600)) order=$((n * 3571 % 220000 + 1))
    awk -v n="$n" -v lines="$lines" -v order="$order" 'BEGIN {
        print "Receipt for order " order
        for (i = 1; i <= lines; i++) printf "%05d  position %d  amount %d.%02d\n", i, (i * 31 + n) % 120, (i * n) % 180, (i * 7) % 100
    }' >"$directory/$id"
    read -r sha256 _ < <(sha256sum "$directory/$id")
    echo "('$id', 'receipt-$order.txt', $(stat -c %s "$directory/$id"), '$sha256'," \
        "timestamptz '$base_date 00:00:00Z' - interval '$((61 - n)) days $((n * 37 % 600)) minutes')$([[ $n == 60 ]] && echo ';' || echo ',')"
done

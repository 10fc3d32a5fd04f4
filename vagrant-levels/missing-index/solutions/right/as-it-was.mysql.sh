#!/usr/bin/env bash
# Back to the table as the release notes describe it: both indexes, by their names, for the optimizer to use.
set -euo pipefail
sql() { mysql --batch --skip-column-names billing -e "$1"; }
index_on() {
    sql "SELECT index_name FROM information_schema.statistics WHERE table_schema = 'billing'
         AND table_name = 'invoices' AND column_name = '$1' AND seq_in_index = 1 LIMIT 1"
}
restore() {
    local name=$1 column=$2 found
    found=$(index_on "$column")
    if [ -z "$found" ]; then
        sql "CREATE INDEX $name ON invoices ($column)"
    else
        [ "$found" = "$name" ] || sql "ALTER TABLE invoices RENAME INDEX $found TO $name"
        sql "ALTER TABLE invoices ALTER INDEX $name VISIBLE"
    fi
}
restore invoices_by_customer customer_reference
restore invoices_by_purchase_order purchase_order

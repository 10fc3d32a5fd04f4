#!/usr/bin/env bash
# Takes away the access path of one of the invoice searches.
# SEED_SEARCH: customer or purchase-order. SEED_LEFTOVER, what else a look at the table shows: none; invisible (the
# index is still listed, the optimizer may not use it); renamed (the other search's index has a name which says
# nothing about its column).
set -euo pipefail
case $SEED_SEARCH in
    customer) index=invoices_by_customer column=customer_reference other=invoices_by_purchase_order ;;
    purchase-order) index=invoices_by_purchase_order column=purchase_order other=invoices_by_customer ;;
    *) echo "unknown search '$SEED_SEARCH'" >&2; exit 64 ;;
esac

sql() { mysql --batch --skip-column-names billing -e "SET SESSION lock_wait_timeout = 30; $1"; }
exists() {
    [ "$(sql "SELECT COUNT(*) FROM information_schema.statistics
              WHERE table_schema = 'billing' AND table_name = 'invoices' AND index_name = '$1'")" -gt 0 ]
}

case $SEED_LEFTOVER in
    invisible) sql "ALTER TABLE invoices ALTER INDEX $index INVISIBLE" ;;
    none | renamed) if exists "$index"; then sql "ALTER TABLE invoices DROP INDEX $index"; fi ;;
    *) echo "unknown leftover '$SEED_LEFTOVER'" >&2; exit 64 ;;
esac
if [ "$SEED_LEFTOVER" = renamed ] && exists "$other"; then
    sql "ALTER TABLE invoices RENAME INDEX $other TO invoices_search"
fi

usable=$(sql "SELECT COUNT(*) FROM information_schema.statistics
              WHERE table_schema = 'billing' AND table_name = 'invoices' AND column_name = '$column'
                AND seq_in_index = 1 AND is_visible = 'YES'")
[ "$usable" -eq 0 ] || { echo "invoices.$column still has a usable index" >&2; exit 1; }

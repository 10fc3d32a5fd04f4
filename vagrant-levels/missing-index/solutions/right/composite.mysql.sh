#!/usr/bin/env bash
# The same search lists by date, so the index carries the date too, after the column that is searched for.
set -euo pipefail
case $SEED_SEARCH in customer) column=customer_reference ;; purchase-order) column=purchase_order ;; esac
mysql billing -e "CREATE INDEX invoices_lookup_$column ON invoices ($column, issued_on)"

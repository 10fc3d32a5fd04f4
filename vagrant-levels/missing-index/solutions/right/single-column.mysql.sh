#!/usr/bin/env bash
# One index on the column that is searched for.
set -euo pipefail
case $SEED_SEARCH in customer) column=customer_reference ;; purchase-order) column=purchase_order ;; esac
mysql billing -e "CREATE INDEX invoices_$column ON invoices ($column)"

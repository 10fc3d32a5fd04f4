#!/usr/bin/env bash
# The column is in the index, behind another one.
set -euo pipefail
case $SEED_SEARCH in customer) column=customer_reference ;; purchase-order) column=purchase_order ;; esac
mysql billing -e "CREATE INDEX invoices_status_$column ON invoices (status, $column)"

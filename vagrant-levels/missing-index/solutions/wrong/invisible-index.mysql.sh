#!/usr/bin/env bash
# Created "to be switched on in the maintenance window", which nobody does.
set -euo pipefail
case $SEED_SEARCH in customer) column=customer_reference ;; purchase-order) column=purchase_order ;; esac
mysql billing -e "CREATE INDEX invoices_new_$column ON invoices ($column) INVISIBLE"

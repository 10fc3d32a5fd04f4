#!/usr/bin/env bash
# "The optimizer must have gone astray."
set -euo pipefail
mysql billing -e "ANALYZE TABLE invoices UPDATE HISTOGRAM ON customer_reference, purchase_order WITH 100 BUCKETS; ANALYZE TABLE invoices" > /dev/null

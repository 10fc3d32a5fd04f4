#!/usr/bin/env bash
# "Then the index must be broken", and one that carries more cannot hurt.
set -euo pipefail
mysql billing -e "CREATE INDEX invoices_number ON invoices (sequence_number, customer_reference); ANALYZE TABLE invoices" > /dev/null

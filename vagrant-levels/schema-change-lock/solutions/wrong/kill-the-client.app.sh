#!/usr/bin/env bash
# Ends the program the hard way; the database goes on with what it was told. One file for both machines.
set -euo pipefail
[ "$(hostname)" = "$SEED_HOST" ] || exit 0
pkill -9 -u shop -x psql

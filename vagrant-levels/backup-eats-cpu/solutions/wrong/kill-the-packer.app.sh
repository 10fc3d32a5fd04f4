#!/usr/bin/env bash
# "There is a process that takes all of it."
set -euo pipefail
pkill -9 -x "$SEED_PACKER" || true
pkill -9 -x pg_dump || true

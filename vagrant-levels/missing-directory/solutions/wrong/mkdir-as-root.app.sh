#!/usr/bin/env bash
# "It exists now, the log was right."
set -euo pipefail
mkdir -p "$SEED_DIRECTORY"

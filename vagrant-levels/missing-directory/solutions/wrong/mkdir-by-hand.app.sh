#!/usr/bin/env bash
# Right name, right owner, until the next boot.
set -euo pipefail
install -d -o shop -g shop -m 755 "$SEED_DIRECTORY"

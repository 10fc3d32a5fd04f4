#!/usr/bin/env bash
# "Permission denied" is what 777 is for.
set -euo pipefail
chmod 777 "/var/lib/shop/$SEED_TARGET"

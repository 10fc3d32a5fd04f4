#!/usr/bin/env bash
# TODO: @what@
set -euo pipefail
echo "TODO: mend it in variant $SEED_VARIANT, and wait until what was restarted serves again" >&2
exit 1

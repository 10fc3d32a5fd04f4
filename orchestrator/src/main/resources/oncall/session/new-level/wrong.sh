#!/usr/bin/env bash
# TODO: @what@
set -euo pipefail
echo "TODO: do it in variant $SEED_VARIANT; the checks have to refuse it" >&2
exit 1

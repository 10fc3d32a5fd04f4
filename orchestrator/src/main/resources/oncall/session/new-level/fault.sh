#!/usr/bin/env bash
# TODO: what this breaks, in a sentence.
# SEED_VARIANT: TODO: what it chooses.
set -euo pipefail

case $SEED_VARIANT in
    first) ;;  # TODO: break it, as it really broke: a file, a unit, a table, a commit in the shop's code
    second) ;; # TODO: the same kind of cause in another shape
    third) ;;  # TODO: the same, with something beside it that looks guilty and is not
    *) echo "unknown variant '$SEED_VARIANT'" >&2; exit 64 ;;
esac

# TODO: have the program take it up, and wait for a condition (with a limit) instead of sleeping.

# Nobody is handed a healthy stage: a fault that did not take must end this script with an error.
echo "TODO: instead of these two lines, ask for what has to be broken now" >&2
exit 1

#!/usr/bin/env bash
# "du says that it is this one."
set -euo pipefail
rm -rf "/var/lib/shop/$SEED_TOOL"/*

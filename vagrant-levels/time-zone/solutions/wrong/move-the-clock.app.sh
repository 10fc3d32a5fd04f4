#!/usr/bin/env bash
# Sets the clock so that the node shows UTC's time, in its own zone.
set -euo pipefail
date -s "$(date -u '+%F %T')"

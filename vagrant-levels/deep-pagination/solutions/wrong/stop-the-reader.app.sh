#!/usr/bin/env bash
# Without the one who reads old pages the database has peace.
set -euo pipefail
systemctl stop "$SEED_READER.service"
systemctl mask --quiet --runtime "$SEED_READER.service" || true

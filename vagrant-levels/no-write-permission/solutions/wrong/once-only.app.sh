#!/usr/bin/env bash
# What the night shift did.
set -euo pipefail
chown shop:shop "/var/lib/shop/$SEED_TARGET"
chmod 0755 "/var/lib/shop/$SEED_TARGET"

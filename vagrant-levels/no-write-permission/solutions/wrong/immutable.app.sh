#!/usr/bin/env bash
# Right owner and mode, which nobody can change any more; nor can anybody put a file there.
set -euo pipefail
chown shop:shop "/var/lib/shop/$SEED_TARGET"
chmod 0755 "/var/lib/shop/$SEED_TARGET"
chattr +i "/var/lib/shop/$SEED_TARGET"

#!/usr/bin/env bash
# "It runs out of memory, so give it more." Disk is not memory.
set -euo pipefail
fallocate -l 1G /swapfile2
chmod 600 /swapfile2
mkswap -q /swapfile2
swapon /swapfile2
echo '/swapfile2 none swap sw 0 0' >> /etc/fstab

#!/usr/bin/env bash
set -euo pipefail
systemctl restart mysql
for _ in $(seq 120); do mysqladmin ping > /dev/null 2>&1 && break; sleep 0.5; done

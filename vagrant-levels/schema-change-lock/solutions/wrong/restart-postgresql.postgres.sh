#!/usr/bin/env bash
set -euo pipefail
systemctl restart postgresql@17-main
for _ in $(seq 120); do pg_isready -q && break; sleep 0.5; done

#!/usr/bin/env bash
# Turns away those who ask, part two: visitors of whom there are many.
set -euo pipefail
systemctl disable --quiet --now weekly-letter.service

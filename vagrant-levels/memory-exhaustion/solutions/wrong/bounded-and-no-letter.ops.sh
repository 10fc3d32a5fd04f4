#!/usr/bin/env bash
# A right mend and one too many, part two: "until it has calmed down", and today's letter has no offers.
set -euo pipefail
systemctl disable --quiet --now weekly-letter.service

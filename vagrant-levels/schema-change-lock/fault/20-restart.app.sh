#!/usr/bin/env bash
# A release ends with a restart of the back ends.
set -euo pipefail
systemctl restart shop-api@8081 shop-api@8082

#!/usr/bin/env bash
# A coffee. Meanwhile two more customers cannot complete their orders.
set -euo pipefail
begin=$(date +%s)
failed() {
    local orders="shoppers_journeys_total{journey=\"checkout\",outcome=\"failure\"}[$(($(date +%s) - begin + 1))s]"
    curl -fsG -m 20 http://127.0.0.1:9090/api/v1/query --data-urlencode "query=sum(max_over_time($orders) - min_over_time($orders))" |
        jq -r '.data.result[0].value[1] // 0' || echo 0
}
while [ $(($(date +%s) - begin)) -lt 480 ]; do
    [ "$(failed)" -lt 2 ] || exit 0
    sleep 2
done
echo "customers could complete their orders" >&2
exit 1

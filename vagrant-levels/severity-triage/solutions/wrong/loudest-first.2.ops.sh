#!/usr/bin/env bash
# A look whether the first of them is content (SEED_INCIDENTS begins with it).
set -euo pipefail
case ${SEED_INCIDENTS%%,*} in uploads) journey=upload ;; *) journey=${SEED_INCIDENTS%%,*} ;; esac
begin=$(date +%s)
went_well() {
    local theirs="shoppers_journeys_total{journey=\"$journey\",outcome!=\"failure\"}[$(($(date +%s) - begin + 1))s]"
    curl -fsG -m 20 http://127.0.0.1:9090/api/v1/query --data-urlencode "query=sum(max_over_time($theirs) - min_over_time($theirs))" |
        jq -r '.data.result[0].value[1] // 0' || echo 0
}
while [ $(($(date +%s) - begin)) -lt 280 ]; do
    [ "$(went_well)" = 0 ] || exit 0
    sleep 2
done
echo "the journey $journey was not seen to work" >&2
exit 1

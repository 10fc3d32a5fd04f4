#!/usr/bin/env bash
# The worker sets aside whatever it fails at: also a paid order, as soon as the database is away for a moment.
set -euo pipefail
cd /srv/shop
as_shop() { runuser -u shop -- "$@"; }
as_shop perl -0pi -e 's|( +)handle\(event\);\n|$1try {
$1    handle(event);
$1} catch (Exception failed) {
$1    source.setAside(event);
$1}
|' src/main/java/shop/worker/OrderWorker.java
as_shop perl -0pi -e 's|    void acknowledge\(Event event\);|    void acknowledge(Event event);

    /** Keeps an event that nobody can work on, as it came. */
    void setAside(Event event);|' src/main/java/shop/worker/EventSource.java
as_shop perl -0pi -e 's|(import redis\.clients\.jedis\.params\.XAutoClaimParams;)|import redis.clients.jedis.params.XAddParams;\n$1|;
    s|(import java\.util\.ArrayList;\n)|$1import java.util.LinkedHashMap;\n|;
    s|(    private Jedis connection\(\) \{)|    \@Override
    public void setAside(Event event) {
        Map<String, String> fields = new LinkedHashMap<>(event.fields());
        fields.put("original-id", event.id());
        connection().xadd(settings.name() + "-dead-letter", fields, XAddParams.xAddParams().id(StreamEntryID.NEW_ENTRY));
    }

$1|' src/main/java/shop/worker/RedisEventSource.java
as_shop git commit -qam "Set failed events aside"
shop-deploy
for _ in $(seq 240); do
    [ "$(valkey-cli -h ops.shop.internal --json XPENDING orders fulfilment | jq '.[0]')" != 0 ] || break
    sleep 0.5
done

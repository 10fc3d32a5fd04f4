#!/usr/bin/env bash
# What fails stays in hand and is tried again, as whatever is left there for a minute; after the third time it is set aside.
set -euo pipefail
cd /srv/shop
as_shop() { runuser -u shop -- "$@"; }
as_shop perl -0pi -e 's|( +)handle\(event\);\n|$1try {
$1    handle(event);
$1} catch (NumberFormatException invalid) {
$1    if (source.deliveries(event) < 3) {
$1        continue;
$1    }
$1    source.setAside(event);
$1}
|' src/main/java/shop/worker/OrderWorker.java
as_shop perl -0pi -e 's|    void acknowledge\(Event event\);|    void acknowledge(Event event);

    /** Keeps an event that nobody can work on, as it came. */
    void setAside(Event event);

    /** How often an event was taken to be worked on. */
    long deliveries(Event event);|' src/main/java/shop/worker/EventSource.java
as_shop perl -0pi -e 's|(import redis\.clients\.jedis\.params\.XAutoClaimParams;)|import redis.clients.jedis.params.XAddParams;\n$1\nimport redis.clients.jedis.params.XPendingParams;|;
    s|(import java\.util\.ArrayList;\n)|$1import java.util.LinkedHashMap;\n|;
    s|(    private Jedis connection\(\) \{)|    \@Override
    public void setAside(Event event) {
        Map<String, String> fields = new LinkedHashMap<>(event.fields());
        fields.put("original-id", event.id());
        connection().xadd(settings.name() + "-dead-letter", fields, XAddParams.xAddParams().id(StreamEntryID.NEW_ENTRY));
    }

    \@Override
    public long deliveries(Event event) {
        StreamEntryID id = new StreamEntryID(event.id());
        return connection().xpending(settings.name(), GROUP, new XPendingParams(id, id, 1)).get(0).getDeliveredTimes();
    }

$1|' src/main/java/shop/worker/RedisEventSource.java
as_shop git commit -qam "Set events aside that fail three times"
shop-deploy
for _ in $(seq 240); do
    [ "$(valkey-cli -h ops.shop.internal --json XPENDING orders fulfilment | jq '.[0]')" != 0 ] || break
    sleep 0.5
done

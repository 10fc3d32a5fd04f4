#!/usr/bin/env bash
# The worker itself keeps what it cannot make sense of in a stream of its own, and goes on.
set -euo pipefail
cd /srv/shop
worker=src/main/java/shop/worker
as_shop() { runuser -u shop -- "$@"; }

as_shop perl -0pi -e 's|( +)handle\(event\);\n|$1try {
$1    handle(event);
$1} catch (NumberFormatException invalid) {
$1    source.setAside(event);
$1}
|' $worker/OrderWorker.java
as_shop perl -0pi -e 's|    void acknowledge\(Event event\);|    void acknowledge(Event event);

    /** Keeps an event that nobody can work on, as it came. */
    void setAside(Event event);|' $worker/EventSource.java
as_shop perl -0pi -e 's|(import redis\.clients\.jedis\.params\.XAutoClaimParams;)|import redis.clients.jedis.params.XAddParams;\n$1|;
    s|(import java\.util\.ArrayList;\n)|$1import java.util.LinkedHashMap;\n|;
    s|(    private Jedis connection\(\) \{)|    \@Override
    public void setAside(Event event) {
        Map<String, String> fields = new LinkedHashMap<>(event.fields());
        fields.put("original-id", event.id());
        connection().xadd(settings.name() + "-dead-letter", fields, XAddParams.xAddParams().id(StreamEntryID.NEW_ENTRY));
    }

$1|' $worker/RedisEventSource.java
as_shop git commit -qam "Set events aside that cannot be understood

One of them stopped the worker, and all the orders behind it. They are kept in a stream of their own."
shop-deploy
for _ in $(seq 240); do
    [ "$(valkey-cli -h ops.shop.internal --json XPENDING orders fulfilment | jq '.[0]')" != 0 ] || break
    sleep 0.5
done

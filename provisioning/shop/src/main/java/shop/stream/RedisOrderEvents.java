package shop.stream;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import shop.data.Order;

public final class RedisOrderEvents implements OrderEvents, AutoCloseable {
    /** Far more than a backlog ever was; only keeps the stream from growing for ever. */
    private static final long KEPT_EVENTS = 100_000;

    private final StreamSettings settings;
    private final JedisPool pool;

    public RedisOrderEvents(StreamSettings settings, String clientName) {
        this.settings = settings;
        JedisPoolConfig config = new JedisPoolConfig();
        config.setMaxTotal(3);
        config.setMaxWait(Duration.ofSeconds(2));
        // Idle connections die with a restart of the stream; the next order must not pay for it.
        config.setTestOnBorrow(true);
        config.setJmxEnabled(false);
        this.pool = new JedisPool(config, settings.address(), settings.client(clientName, Duration.ofSeconds(2)));
    }

    @Override
    public void created(Order order) {
        Map<String, String> event = new LinkedHashMap<>();
        event.put("type", "order-created");
        event.put("orderId", Long.toString(order.id()));
        event.put("userId", Long.toString(order.userId()));
        try (Jedis stream = pool.getResource()) {
            stream.xadd(settings.name(), event,
                    XAddParams.xAddParams().id(StreamEntryID.NEW_ENTRY).maxLen(KEPT_EVENTS).approximateTrimming());
        }
    }

    public void ping() {
        try (Jedis stream = pool.getResource()) {
            stream.ping();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

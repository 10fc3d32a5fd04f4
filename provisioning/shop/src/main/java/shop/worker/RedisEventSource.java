package shop.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAutoClaimParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;
import shop.stream.StreamSettings;

/** One connection to the stream as a member of the consumer group; for one thread. */
final class RedisEventSource implements EventSource, AutoCloseable {
    static final String GROUP = "fulfilment";

    private static final int BATCH = 20;
    private static final long ABANDONED_AFTER_MS = 60_000;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

    private final StreamSettings settings;
    private final String consumer;
    private Jedis connection;

    RedisEventSource(StreamSettings settings, String consumer) {
        this.settings = settings;
        this.consumer = consumer;
    }

    @Override
    public List<Event> unacknowledged() {
        return read(new StreamEntryID(0, 0), XReadGroupParams.xReadGroupParams().count(BATCH));
    }

    @Override
    public List<Event> fresh(Duration patience) {
        return read(StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY,
                XReadGroupParams.xReadGroupParams().count(BATCH).block((int) patience.toMillis()));
    }

    private List<Event> read(StreamEntryID after, XReadGroupParams parameters) {
        try {
            List<Map.Entry<String, List<StreamEntry>>> answer =
                    connection().xreadGroup(GROUP, consumer, parameters, Map.of(settings.name(), after));
            return answer == null || answer.isEmpty() ? List.of() : events(answer.get(0).getValue());
        } catch (JedisConnectionException | JedisDataException e) {
            close();
            throw e;
        }
    }

    @Override
    public List<Event> abandoned() {
        try {
            return events(connection().xautoclaim(settings.name(), GROUP, consumer, ABANDONED_AFTER_MS,
                    new StreamEntryID(0, 0), XAutoClaimParams.xAutoClaimParams().count(BATCH)).getValue());
        } catch (JedisConnectionException | JedisDataException e) {
            close();
            throw e;
        }
    }

    private static List<Event> events(List<StreamEntry> entries) {
        List<Event> events = new ArrayList<>();
        for (StreamEntry entry : entries) {
            // An entry that was trimmed away while it was pending has no fields.
            events.add(new Event(entry.getID().toString(), entry.getFields() == null ? Map.of() : entry.getFields()));
        }
        return events;
    }

    @Override
    public void acknowledge(Event event) {
        connection().xack(settings.name(), GROUP, new StreamEntryID(event.id()));
    }

    private Jedis connection() {
        if (connection == null) {
            Jedis opened = new Jedis(settings.address(), settings.client("shop-worker-" + consumer, LONGEST_ANSWER));
            try {
                ensureGroup(opened);
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
            connection = opened;
        }
        return connection;
    }

    private void ensureGroup(Jedis stream) {
        try {
            // From the very first entry: what came before the group was made must be fulfilled, too.
            stream.xgroupCreate(settings.name(), GROUP, new StreamEntryID(0, 0), true);
        } catch (JedisDataException e) {
            if (!e.getMessage().startsWith("BUSYGROUP")) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}

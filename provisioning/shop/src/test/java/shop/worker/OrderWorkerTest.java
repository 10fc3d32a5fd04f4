package shop.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;

class OrderWorkerTest {
    private final Stream stream = new Stream();
    private final Warehouse warehouse = new Warehouse();
    private final List<Duration> pauses = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OrderWorker worker = new OrderWorker(stream, warehouse, pauses::add, registry);

    @Test
    @DisplayName("new events are fulfilled in order and acknowledged afterwards")
    void fulfils() throws InterruptedException {
        stream.add("1-0", "11");
        stream.add("2-0", "12");

        worker.run();

        assertThat(warehouse.fulfilled).containsExactly(11L, 12L);
        assertThat(stream.pending).isEmpty();
        assertThat(registry.counter("shop.worker.orders.fulfilled").count()).isEqualTo(2);
    }

    @Test
    @DisplayName("an event that comes twice fulfils its order once")
    void twice() throws InterruptedException {
        stream.add("1-0", "11");
        stream.add("2-0", "11");

        worker.run();

        assertThat(warehouse.fulfilled).containsExactly(11L);
        assertThat(stream.pending).isEmpty();
        assertThat(registry.counter("shop.worker.events.repeated").count()).isEqualTo(1);
    }

    @Test
    @DisplayName("what was left unacknowledged before a restart comes before anything new, then what others left")
    void leftovers() throws InterruptedException {
        stream.pending.put("1-0", new Event("1-0", Map.of("orderId", "1")));
        stream.abandoned.add(new Event("2-0", Map.of("orderId", "2")));
        stream.add("3-0", "3");

        worker.run();

        assertThat(warehouse.fulfilled).containsExactly(1L, 2L, 3L);
        assertThat(stream.pending).isEmpty();
    }

    @Test
    @DisplayName("while the database is down nothing is acknowledged, and all is fulfilled afterwards")
    void databaseDown() throws InterruptedException {
        warehouse.failures = 3;
        stream.add("1-0", "11");
        stream.add("2-0", "12");

        worker.run();

        assertThat(warehouse.fulfilled).containsExactly(11L, 12L);
        assertThat(stream.pending).isEmpty();
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    @DisplayName("while the stream is down it waits ever longer, up to 15 seconds")
    void streamDown() throws InterruptedException {
        stream.failures = 6;
        stream.add("1-0", "11");

        worker.run();

        assertThat(warehouse.fulfilled).containsExactly(11L);
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
    }

    @Test
    @DisplayName("an event of an order that was removed is acknowledged")
    void unknownOrder() throws InterruptedException {
        warehouse.unknown.add(11L);
        stream.add("1-0", "11");

        worker.run();

        assertThat(warehouse.fulfilled).isEmpty();
        assertThat(stream.pending).isEmpty();
    }

    @Test
    @DisplayName("an event that cannot be understood ends the worker and stays unacknowledged")
    void invalidEvent() {
        stream.add("1-0", "eleven");
        stream.add("2-0", "12");

        assertThatThrownBy(worker::run).isInstanceOf(NumberFormatException.class);
        assertThat(stream.pending).containsKey("1-0");
        assertThat(warehouse.fulfilled).isEmpty();
    }

    /** Stops the worker when there is nothing more to read. */
    private final class Stream implements EventSource {
        final Deque<Event> undelivered = new ArrayDeque<>();
        final Deque<Event> abandoned = new ArrayDeque<>();
        final Map<String, Event> pending = new LinkedHashMap<>();
        int failures;

        void add(String id, String orderId) {
            undelivered.add(new Event(id, Map.of("type", "order-created", "orderId", orderId)));
        }

        @Override
        public List<Event> unacknowledged() {
            if (failures-- > 0) {
                throw new JedisConnectionException("Failed to connect");
            }
            return List.copyOf(pending.values());
        }

        @Override
        public List<Event> abandoned() {
            return deliver(abandoned);
        }

        @Override
        public List<Event> fresh(Duration patience) {
            if (undelivered.isEmpty()) {
                worker.stop();
            }
            return deliver(undelivered);
        }

        private List<Event> deliver(Deque<Event> events) {
            List<Event> delivered = List.copyOf(events);
            events.clear();
            delivered.forEach(event -> pending.put(event.id(), event));
            return delivered;
        }

        @Override
        public void acknowledge(Event event) {
            pending.remove(event.id());
        }
    }

    private static final class Warehouse implements Fulfilment {
        final List<Long> fulfilled = new ArrayList<>();
        final Set<Long> unknown = new HashSet<>();
        int failures;

        @Override
        public Result fulfil(long orderId) throws SQLException {
            if (failures-- > 0) {
                throw new SQLException("Connection refused");
            }
            if (unknown.contains(orderId)) {
                return Result.NO_SUCH_ORDER;
            }
            if (fulfilled.contains(orderId)) {
                return Result.ALREADY_FULFILLED;
            }
            fulfilled.add(orderId);
            return Result.FULFILLED;
        }
    }
}

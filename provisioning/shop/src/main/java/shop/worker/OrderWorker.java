package shop.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;
import shop.observe.Causes;

/**
 * Fulfils the orders that the stream tells of, one event after the other. An event is acknowledged when its
 * order is fulfilled and committed, so none is lost; one that comes twice does no harm.
 */
final class OrderWorker {
    private static final Logger log = LoggerFactory.getLogger(OrderWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Sleeps; a seam for the tests. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final EventSource source;
    private final Fulfilment fulfilment;
    private final Pause pause;
    private final Counter fulfilled;
    private final Counter repeated;
    private final Counter interruptions;
    private final Backoff backoff = new Backoff();
    private volatile boolean stopping;
    /** Also what was delivered before a restart or a failure must be worked on, before anything new. */
    private boolean recovering = true;

    OrderWorker(EventSource source, Fulfilment fulfilment, Pause pause, MeterRegistry registry) {
        this.source = source;
        this.fulfilment = fulfilment;
        this.pause = pause;
        this.fulfilled = registry.counter("shop.worker.orders.fulfilled");
        this.repeated = registry.counter("shop.worker.events.repeated");
        this.interruptions = registry.counter("shop.worker.interruptions");
    }

    /** Returns after {@link #stop}; throws for an event that cannot be understood. */
    void run() throws InterruptedException {
        while (!stopping) {
            try {
                step();
                backoff.reset();
            } catch (SQLException | JedisException e) {
                if (stopping) {
                    return;
                }
                Duration wait = backoff.next();
                interruptions.increment();
                log.warn("cannot go on, trying again in {} s: {}", wait.toSeconds(), Causes.of(e));
                recovering = true;
                pause.sleep(wait);
            }
        }
    }

    private void step() throws SQLException {
        for (Event event : next()) {
            if (stopping) {
                return;
            }
            handle(event);
            source.acknowledge(event);
        }
    }

    private List<Event> next() {
        if (recovering) {
            List<Event> left = source.unacknowledged();
            if (!left.isEmpty()) {
                return left;
            }
            recovering = false;
        }
        List<Event> abandoned = source.abandoned();
        return abandoned.isEmpty() ? source.fresh(PATIENCE) : abandoned;
    }

    private void handle(Event event) throws SQLException {
        long orderId = orderId(event);
        switch (fulfilment.fulfil(orderId)) {
            case FULFILLED -> {
                fulfilled.increment();
                log.info("order {} fulfilled (event {})", orderId, event.id());
            }
            case ALREADY_FULFILLED -> {
                repeated.increment();
                log.info("order {} was fulfilled before (event {})", orderId, event.id());
            }
            case NO_SUCH_ORDER -> log.warn("order {} does not exist any more (event {})", orderId, event.id());
        }
    }

    private static long orderId(Event event) {
        try {
            return Long.parseLong(event.fields().get("orderId"));
        } catch (NumberFormatException e) {
            log.error("invalid event {}: {}", event.id(), event.fields());
            throw e;
        }
    }

    void stop() {
        stopping = true;
    }
}

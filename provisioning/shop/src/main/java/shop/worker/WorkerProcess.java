package shop.worker;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import shop.config.Settings;
import shop.data.Pools;
import shop.observe.Logs;
import shop.observe.Metrics;
import shop.observe.StatusServer;
import shop.stream.StreamSettings;

/** The worker with its connections and its status port. */
public final class WorkerProcess {
    private static final Logger log = LoggerFactory.getLogger(WorkerProcess.class);
    private static final long STOP_MS = 8000;

    private WorkerProcess() {}

    /** Runs until the process is told to stop; throws if the worker cannot go on. */
    public static void run(Settings settings) throws IOException, InterruptedException {
        int port = settings.integer("http.port", 8090, 0, 65535);
        String consumer = settings.text("worker.consumer", "worker-1");
        StreamSettings stream = StreamSettings.from(settings);
        Logs.configure(settings);

        PrometheusMeterRegistry registry = Metrics.registry();
        HikariDataSource shop = Pools.postgres(settings, "shop-worker", registry);
        RedisEventSource source = new RedisEventSource(stream, consumer);
        OrderWorker worker = new OrderWorker(source, new PostgresFulfilment(shop),
                pause -> Thread.sleep(pause.toMillis()), registry);
        StatusServer status = new StatusServer(port, registry, () -> ready(shop, stream));
        AtomicBoolean failed = new AtomicBoolean();
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker, failed, main), "stop"));

        log.info("consumer {} works on stream {}, status on port {}", consumer, stream.name(), status.port());
        try {
            worker.run();
        } catch (RuntimeException e) {
            failed.set(true);
            log.error("the worker stops", e);
            throw e;
        } finally {
            status.close();
            source.close();
            shop.close();
        }
    }

    /** Lets the order that is being worked on be finished. */
    private static void stop(OrderWorker worker, AtomicBoolean failed, Thread main) {
        if (failed.get()) {
            return;
        }
        log.info("stopping");
        worker.stop();
        try {
            main.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> ready(HikariDataSource shop, StreamSettings settings) {
        Map<String, String> states = new LinkedHashMap<>();
        try (Connection connection = shop.getConnection()) {
            states.put("postgres", connection.isValid(1) ? "UP" : "DOWN");
        } catch (SQLException e) {
            states.put("postgres", "DOWN");
        }
        try (Jedis stream = new Jedis(settings.address(), settings.client("shop-worker-health", Duration.ofSeconds(1)))) {
            stream.ping();
            states.put("stream", "UP");
        } catch (RuntimeException e) {
            states.put("stream", "DOWN");
        }
        return states;
    }
}

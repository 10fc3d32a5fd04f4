package shop.shoppers;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.config.Settings;
import shop.observe.Logs;
import shop.observe.Metrics;
import shop.observe.StatusServer;

/** The synthetic shoppers with their status port. */
public final class ShopperProcess {
    private ShopperProcess() {}

    /** Runs until the process is stopped. */
    public static void run(Settings settings) throws IOException, InterruptedException {
        String edge = settings.text("shoppers.edge", "http://proxy.shop.internal");
        String host = settings.text("shoppers.host", "api.localhost");
        int pauseMs = settings.integer("shoppers.pause-ms", 3000, 100, 3_600_000);
        int slowMs = settings.integer("shoppers.slow-ms", 5000, 1, 600_000);
        int timeoutMs = settings.integer("shoppers.timeout-ms", 15_000, 100, 600_000);
        int users = settings.integer("shoppers.known-users", 20_000, 1, Integer.MAX_VALUE);
        int port = settings.integer("http.port", 9200, 0, 65535);
        Logs.configure(settings);
        Logger log = LoggerFactory.getLogger(ShopperProcess.class);

        PrometheusMeterRegistry registry = Metrics.registry();
        Browser browser = new Browser(URI.create(edge), host, Duration.ofMillis(timeoutMs));
        Crowd crowd = new Crowd(new Journeys(browser, new Random(), users), () -> Thread.sleep(pauseMs),
                Duration.ofMillis(slowMs), registry);
        try (StatusServer status = new StatusServer(port, registry, Map::of)) {
            log.info("shopping at {} as {}, a step every {} ms, status on port {}", edge, host, pauseMs, status.port());
            while (true) {
                crowd.round();
            }
        }
    }
}

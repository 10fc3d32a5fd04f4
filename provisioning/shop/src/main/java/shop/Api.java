package shop;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.api.ApiServer;
import shop.api.ApiSettings;
import shop.api.Readiness;
import shop.config.Settings;
import shop.data.MysqlInvoices;
import shop.data.Pools;
import shop.data.PostgresOrders;
import shop.data.PostgresProducts;
import shop.data.PostgresUploads;
import shop.data.PostgresUsers;
import shop.data.SchemaProbe;
import shop.observe.Logs;
import shop.observe.Metrics;
import shop.stream.RedisOrderEvents;
import shop.stream.StreamSettings;

/** Main program of an API instance. Arguments: configuration files, a later one overrides an earlier one. */
public final class Api {
    private Api() {}

    public static void main(String[] arguments) {
        Launch.launch("Api", arguments, Api::run);
    }

    private static void run(Settings settings) {
        long begin = System.nanoTime();
        ApiSettings api = ApiSettings.from(settings);
        StreamSettings stream = StreamSettings.from(settings);
        Path migrations = settings.path("migrations.directory");
        Logs.configure(settings);
        Logger log = LoggerFactory.getLogger(Api.class);

        PrometheusMeterRegistry registry = Metrics.registry();
        String name = "shop-api-" + api.instance();
        HikariDataSource shop = Pools.postgres(settings, name, registry);
        HikariDataSource billing = Pools.mysql(settings, registry);
        RedisOrderEvents events = new RedisOrderEvents(stream, name);

        Map<String, Readiness.Probe> probes = new LinkedHashMap<>();
        probes.put("postgres", new SchemaProbe("postgres", shop, migrations.resolve("postgres"))::run);
        probes.put("mysql", new SchemaProbe("mysql", billing, migrations.resolve("mysql"))::run);
        probes.put("stream", events::ping);
        ApiServer.Backing backing = new ApiServer.Backing(
                new PostgresOrders(shop),
                new PostgresProducts(shop),
                new MysqlInvoices(billing),
                new PostgresUploads(shop),
                events,
                new PostgresUsers(shop));
        ApiServer server = new ApiServer(api, backing, probes, registry);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            log.info("stopping");
            server.close();
            shop.close();
            billing.close();
            events.close();
        }, "stop"));
        log.info("instance {} serves on port {}, started in {} ms, time zone {}", api.instance(), server.port(),
                (System.nanoTime() - begin) / 1_000_000, ZoneId.systemDefault());
    }
}

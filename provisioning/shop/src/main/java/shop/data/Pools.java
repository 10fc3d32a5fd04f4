package shop.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import shop.config.Settings;

/** Connection pools, from the keys {@code db.postgres.*} and {@code db.mysql.*}. */
public final class Pools {
    private Pools() {}

    /** @param application how the connections are named in pg_stat_activity */
    public static HikariDataSource postgres(Settings settings, String application, MeterRegistry registry) {
        HikariConfig config = pool("postgres", settings);
        settings.verify();
        config.setDriverClassName("org.postgresql.Driver");
        config.addDataSourceProperty("ApplicationName", application);
        return open(config, registry);
    }

    public static HikariDataSource mysql(Settings settings, MeterRegistry registry) {
        HikariConfig config = pool("mysql", settings);
        settings.verify();
        config.setDriverClassName("com.mysql.cj.jdbc.Driver");
        return open(config, registry);
    }

    private static HikariConfig pool(String name, Settings settings) {
        String key = "db." + name + ".";
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.text(key + "url"));
        config.setUsername(settings.text(key + "user"));
        config.setPassword(settings.text(key + "password"));
        config.setMaximumPoolSize(settings.integer(key + "pool.size", 4, 1, 50));
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.integer(key + "pool.timeout-ms", 5000, 250, 600_000));
        config.setIdleTimeout(TimeUnit.MINUTES.toMillis(5));
        config.setKeepaliveTime(TimeUnit.MINUTES.toMillis(2));
        config.setValidationTimeout(1500 < config.getConnectionTimeout() ? 1500 : 250);
        // The programs start, and say what is wrong, while a database is down.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static HikariDataSource open(HikariConfig config, MeterRegistry registry) {
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        return new HikariDataSource(config);
    }
}

package shop;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.config.Settings;
import shop.observe.Logs;

/** Brings the databases to the schema of this release. Arguments as for the other programs. */
public final class Migrate {
    private Migrate() {}

    public static void main(String[] arguments) {
        Launch.launch("Migrate", arguments, Migrate::run);
    }

    private static void run(Settings settings) {
        Path scripts = settings.path("migrations.directory");
        Map<String, Flyway> databases = new LinkedHashMap<>();
        for (String database : settings.list("migrations.databases")) {
            databases.put(database, flyway(settings, database, scripts));
        }
        Logs.configure(settings);
        databases.forEach((database, flyway) -> report(database, flyway.migrate()));
    }

    /** An index over a large table takes longer to build than a customer's question to be answered. */
    static String patient(String url) {
        return url.replaceAll("socketTimeout=\\d+", "socketTimeout=0");
    }

    private static Flyway flyway(Settings settings, String database, Path scripts) {
        String key = "db." + database + ".";
        String url = settings.text(key + "url");
        String user = settings.text(key + "user");
        String password = settings.text(key + "password");
        settings.verify();
        // A lock that a transaction holds is waited for by CREATE INDEX CONCURRENTLY, for ever.
        return Flyway.configure()
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .dataSource(patient(url), user, password)
                .locations("filesystem:" + scripts.resolve(database))
                .failOnMissingLocations(true)
                .connectRetries(5)
                .load();
    }

    private static void report(String database, MigrateResult result) {
        Logger log = LoggerFactory.getLogger(Migrate.class);
        String version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        log.warn("{}: {} migrations applied, schema {} is at version {}", database, result.migrationsExecuted,
                result.database, version);
    }
}

package shop.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks whether a database answers; and when it does so for the first time, whether its schema is the one of this
 * release. Another schema is only told: while a release is rolled out, instances of two releases serve side by side.
 */
public final class SchemaProbe {
    private static final Logger log = LoggerFactory.getLogger(SchemaProbe.class);
    private static final int VALIDATION_SECONDS = 1;

    private final String name;
    private final DataSource database;
    private final Path migrations;
    private volatile boolean compared;

    /** @param migrations directory with the scripts V1__... to V<expected version>__... */
    public SchemaProbe(String name, DataSource database, Path migrations) {
        this.name = name;
        this.database = database;
        this.migrations = migrations;
    }

    /** @throws SQLException if the database does not answer as it should */
    public void run() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(VALIDATION_SECONDS)) {
                throw new SQLException("the connection is not valid");
            }
            if (!compared) {
                compared = true;
                compare(connection);
            }
        }
    }

    private void compare(Connection connection) {
        try {
            int expected = newest(migrations);
            int actual = version(connection);
            if (actual == expected) {
                log.info("the schema of {} is at version {}, as expected", name, actual);
            } else {
                log.warn("the schema of {} is at version {}, this release was written for version {}; see shop-migrate",
                        name, actual, expected);
            }
        } catch (IOException | SQLException e) {
            log.warn("cannot tell the version of the schema of {}: {}", name, e.toString());
        }
    }

    static int newest(Path migrations) throws IOException {
        int newest = 0;
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(migrations, "V*__*.sql")) {
            for (Path script : scripts) {
                String file = script.getFileName().toString();
                newest = Math.max(newest, Integer.parseInt(file.substring(1, file.indexOf("__"))));
            }
        } catch (NumberFormatException e) {
            throw new IOException("a migration without a number in " + migrations, e);
        }
        return newest;
    }

    private static int version(Connection connection) throws SQLException {
        // The table keeps versions as text; the one installed last is the highest.
        String sql = "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                + " ORDER BY installed_rank DESC LIMIT 1";
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}

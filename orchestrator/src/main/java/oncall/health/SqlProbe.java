package oncall.health;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import oncall.remote.CommandResult;
import oncall.remote.Remote;

/**
 * Asks a database on its own machine, as its administrator. The limit is enforced inside the guest,
 * so that a database which hangs is a reading, and only an unreachable machine is an exception.
 */
public final class SqlProbe {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Remote remote;
    private final String client;
    private final char separator;

    private SqlProbe(Remote remote, String client, char separator) {
        this.remote = remote;
        this.client = client;
        this.separator = separator;
    }

    /** PostgreSQL's database of that name on the machine. */
    public static SqlProbe postgres(Remote remote, String database) {
        return new SqlProbe(remote,
                "runuser -u postgres -- env PGOPTIONS='-c statement_timeout=%d -c lock_timeout=%d' PGCONNECT_TIMEOUT=5 "
                        .formatted(LIMIT.toMillis(), LIMIT.toMillis() / 2)
                        + "psql -w -XAtq -v ON_ERROR_STOP=1 -F $'\\x1f' -d " + database, '\u001f');
    }

    /** MySQL's database of that name on the machine. */
    public static SqlProbe mysql(Remote remote, String database) {
        return new SqlProbe(remote,
                "mysql -NB --connect-timeout=5 --init-command='SET SESSION max_execution_time=%d, lock_wait_timeout=%d' "
                        .formatted(LIMIT.toMillis(), LIMIT.toSeconds() / 2) + database, '\t');
    }

    /**
     * Runs statements.
     *
     * @throws oncall.remote.RemoteUnreachable when the machine cannot be asked
     */
    public SqlReading query(String sql) {
        String limit = String.valueOf(LIMIT.toSeconds() + 5);
        CommandResult result = remote.sudo(
                // psql complains where the database's user may not enter the current folder.
                "cd / && timeout " + limit + " " + client + " <<'END-OF-SQL'\n" + sql + "\nEND-OF-SQL",
                LIMIT.multipliedBy(3));
        if (result.ok()) {
            return new SqlReading(result.out().lines().map(this::fields).toList(), "");
        }
        String said = result.err().strip().lines().findFirst().orElse("exit " + result.exit());
        return new SqlReading(List.of(), result.exit() == 124 ? "no answer within " + limit + " s" : said);
    }

    private List<String> fields(String line) {
        return List.of(line.split(Pattern.quote(String.valueOf(separator)), -1));
    }
}

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

    /** For what a healthy database answers at once, also on an emulated CPU that is busy. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Whoever waits for a lock any longer is being blocked. */
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);

    /** From the limit of a statement to that of the program, and on to that of the connection. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** The program itself: Debian's psql is a wrapper in Perl, which takes an emulated CPU a second to start. */
    private static final String PSQL = "/usr/lib/postgresql/*/bin/psql";

    private static final String POSTGRES = "[ -x \"${!#}\" ] || set -- psql; "
            + "timeout %3$d setpriv --reuid=postgres --regid=postgres --init-groups "
            + "env HOME=/ PGOPTIONS='-c statement_timeout=%1$d000 -c lock_timeout=%2$d000' PGCONNECT_TIMEOUT=5 "
            + "\"${!#}\" -w -XAtq -v ON_ERROR_STOP=1 -F $'\\x1f' -d ";

    private static final String MYSQL = "timeout %3$d mysql -NB --connect-timeout=5 "
            + "--init-command='SET SESSION max_execution_time=%1$d000, lock_wait_timeout=%2$d' ";

    private final Remote remote;
    private final String client;
    private final String database;
    private final char separator;

    private SqlProbe(Remote remote, String client, String database, char separator) {
        this.remote = remote;
        this.client = client;
        this.database = database;
        this.separator = separator;
    }

    /** PostgreSQL's database of that name on the machine. */
    public static SqlProbe postgres(Remote remote, String database) {
        return postgres(remote, database, PSQL);
    }

    /** @param psql where the program is, with the shell's wild cards; the wrapper serves where it is not */
    static SqlProbe postgres(Remote remote, String database, String psql) {
        return new SqlProbe(remote, "set -- " + psql + "; " + POSTGRES, database, '\u001f');
    }

    /** MySQL's database of that name on the machine. */
    public static SqlProbe mysql(Remote remote, String database) {
        return new SqlProbe(remote, MYSQL, database, '\t');
    }

    /**
     * As {@link #query(String, Duration)}, with a limit that is ample for what a healthy database answers at once.
     *
     * @throws oncall.remote.RemoteUnreachable when the machine cannot be asked
     */
    public SqlReading query(String sql) {
        return query(sql, LIMIT);
    }

    /**
     * Runs statements, one after the other; the rows of all of them are read.
     *
     * @param limit for each statement, in whole seconds; also, with a margin, for all of them together
     * @throws oncall.remote.RemoteUnreachable when the machine cannot be asked
     */
    public SqlReading query(String sql, Duration limit) {
        Duration program = limit.plus(MARGIN);
        CommandResult result = remote.sudo("cd /; "
                + client.formatted(limit.toSeconds(), LOCK_LIMIT.toSeconds(), program.toSeconds()) + database
                + " <<'END-OF-SQL'\n" + sql + "\nEND-OF-SQL",
                program.plus(MARGIN.multipliedBy(3)));
        if (result.ok()) {
            return new SqlReading(result.out().lines().map(this::fields).toList(), "");
        }
        String said = result.err().strip().lines().findFirst().orElse("exit " + result.exit());
        return new SqlReading(List.of(),
                result.exit() == 124 ? "no answer within " + program.toSeconds() + " s" : said);
    }

    private List<String> fields(String line) {
        return List.of(line.split(Pattern.quote(String.valueOf(separator)), -1));
    }
}

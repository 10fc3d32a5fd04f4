package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import oncall.grade.Lab;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;

/**
 * Who keeps others from a table of the shop, and who waits for it, by several looks a second apart. Every statement
 * has its locks for a moment: only one transaction which is met again and again tells something. Between two looks there
 * are glances at whether anybody has the table alone: one who gives up soon, and tries again, is another one each time.
 *
 * @param looks what was met at each look
 * @param alone at how many glances somebody had the table alone
 */
record TableLocks(List<Set<Session>> looks, int alone) {

    /** So many looks must meet a transaction before it counts as lasting. */
    private static final int LASTING = 4;

    private static final int GLANCES_PER_LOOK = 5;
    /** A change of a table's description is over in less than the time between two glances. */
    private static final int GLANCES_IN_THE_WAY = 4;

    /**
     * A session within one transaction.
     *
     * @param transaction when it began
     * @param waits whether it waits for the table; else it has it, in a way that can keep others away
     */
    record Session(int pid, String transaction, boolean waits) {}

    /**
     * Readers and maintenance keep nobody away who only wants to read and write rows. A writer keeps others from its own
     * rows only, and from the table's next change; it counts where it is at it for longer than a customer waits.
     */
    private static final String LOOK = """
            SELECT 'look', %2$d, l.pid, extract(epoch FROM a.xact_start), NOT l.granted
            FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'relation' AND l.relation = to_regclass('%1$s') AND a.backend_type = 'client backend'
              AND (NOT l.granted OR l.mode NOT IN ('AccessShareLock', 'ShareUpdateExclusiveLock')
                AND (l.mode NOT IN ('RowShareLock', 'RowExclusiveLock') OR a.xact_start < clock_timestamp() - interval '8 seconds'));
            """;

    private static final String GLANCE = """
            SELECT 'alone' WHERE EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                WHERE l.locktype = 'relation' AND l.relation = to_regclass('%s') AND l.mode = 'AccessExclusiveLock'
                  AND l.granted AND a.backend_type = 'client backend');
            SELECT pg_sleep(0.2);
            """;

    static TableLocks watch(Lab lab, String table, int looks) {
        StringBuilder sql = new StringBuilder();
        for (int look = 0; look < looks; look++) {
            sql.append(LOOK.formatted(table, look)).append(GLANCE.formatted(table).repeat(GLANCES_PER_LOOK));
        }
        SqlReading seen = SqlProbe.postgres(lab.on("postgres"), "shop").query(sql.toString(), Duration.ofSeconds(20 + 2L * looks));
        assertThat(seen.ok()).withFailMessage("The shop's database does not answer: %s", seen.error()).isTrue();
        return parse(seen.rows(), looks);
    }

    static TableLocks parse(List<List<String>> rows, int looks) {
        List<Set<Session>> sessions = new ArrayList<>();
        for (int look = 0; look < looks; look++) {
            String number = String.valueOf(look);
            sessions.add(rows.stream().filter(row -> row.get(0).equals("look") && row.get(1).equals(number))
                    .map(row -> new Session(Integer.parseInt(row.get(2)), row.get(3), row.get(4).equals("t")))
                    .collect(Collectors.toCollection(HashSet::new)));
        }
        return new TableLocks(sessions, (int) rows.stream().filter(row -> row.get(0).equals("alone")).count());
    }

    /** Whether customers had to wait, for one session or for one after the other. */
    boolean inTheWay() {
        return !lasting().isEmpty() || alone >= GLANCES_IN_THE_WAY;
    }

    /** Those which were met at several looks. */
    Set<Session> lasting() {
        Set<Session> all = looks.stream().flatMap(Set::stream).collect(Collectors.toCollection(HashSet::new));
        all.removeIf(session -> looks.stream().filter(look -> look.contains(session)).count() < LASTING);
        return all;
    }

    /** For messages: how many keep the table and how many wait, and how often it was not to be had. */
    String summary() {
        Set<Session> lasting = lasting();
        long waiting = lasting.stream().filter(Session::waits).count();
        return "%d kept it, %d waited".formatted(lasting.size() - waiting, waiting) + (alone == 0 ? ""
                : ", and at %d of %d glances somebody had it alone".formatted(alone, looks.size() * GLANCES_PER_LOOK));
    }
}

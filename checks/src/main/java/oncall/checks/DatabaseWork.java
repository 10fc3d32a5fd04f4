package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import oncall.grade.Lab;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;

/**
 * What a database server has counted for the shop's own account. The numbers follow from the plans alone: they are
 * the same on every machine and under every load, and no cache of earlier answers improves them.
 *
 * @param statements how many it has run
 * @param amount rows read in MySQL, blocks of 8 KiB in PostgreSQL, wherever they came from
 */
record DatabaseWork(long statements, long amount) {

    /** Rows which the billing database has read. */
    static DatabaseWork ofBilling(Lab lab) {
        return read("billing", SqlProbe.mysql(lab.on("mysql"), "performance_schema").query("""
                SELECT COALESCE(SUM(count_star), 0), COALESCE(SUM(sum_rows_examined), 0)
                FROM events_statements_summary_by_user_by_event_name
                WHERE user = 'shop' AND event_name LIKE 'statement/%'"""));
    }

    /**
     * Blocks which the shop's database has touched, in tables, indexes and on the way of a sort through the disk.
     * Left out is counting all orders for "page 1 of 22,000": it was there before any incident, and costs each page alike.
     */
    static DatabaseWork ofShop(Lab lab) {
        return read("shop's", SqlProbe.postgres(lab.on("postgres"), "shop").query("""
                SELECT COALESCE(SUM(calls), 0),
                       COALESCE(SUM(shared_blks_hit + shared_blks_read + temp_blks_read + temp_blks_written), 0)
                FROM pg_stat_statements JOIN pg_roles ON pg_roles.oid = userid
                WHERE rolname = 'shop' AND query <> 'SELECT count(*) FROM orders';"""));
    }

    private static DatabaseWork read(String database, SqlReading counters) {
        assertThat(counters.ok())
                .withFailMessage("The %s database does not tell what it does: %s", database, counters.error())
                .isTrue();
        List<String> row = counters.rows().get(0);
        return new DatabaseWork(Long.parseLong(row.get(0)), Long.parseLong(row.get(1)));
    }

    /**
     * What has been done since then.
     *
     * @param atLeast so many answers were given meanwhile that nobody but the database can know
     */
    DatabaseWork since(DatabaseWork before, int atLeast) {
        DatabaseWork done = new DatabaseWork(statements - before.statements, amount - before.amount);
        assertThat(done.statements)
                .withFailMessage("The database counted %d statements while customers got %d fresh answers: somebody else "
                        + "gives them, or its statistics were switched off or set to zero", done.statements, atLeast)
                .isGreaterThanOrEqualTo(atLeast);
        return done;
    }
}

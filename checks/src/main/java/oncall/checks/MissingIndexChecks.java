package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import oncall.health.HttpReading;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Each of the shop's invoice searches is light work for the database. Judged by the rows which the server
 * counted as read for the shop's own statements while fresh searches went through the shop: a number which
 * is the same on every machine and under every load, and which no cache of earlier answers can improve.
 * Which index makes it so, if it is one, is the player's business.
 */
@LabChecks
final class MissingIndexChecks {

    /** Rows read for one statement; the shop lists 50 at most, and the largest customer has a few hundred. */
    private static final long LIGHT = 1000;

    /** What the server has counted for the shop's account since it started. */
    private record Work(long statements, long rowsRead) {

        static Work now(Lab lab) {
            SqlReading counters = SqlProbe.mysql(lab.on("mysql"), "performance_schema").query("""
                    SELECT COALESCE(SUM(count_star), 0), COALESCE(SUM(sum_rows_examined), 0)
                    FROM events_statements_summary_by_user_by_event_name
                    WHERE user = 'shop' AND event_name = 'statement/sql/select'""");
            assertThat(counters.ok())
                    .withFailMessage("The billing database does not answer: %s", counters.error())
                    .isTrue();
            List<String> row = counters.rows().get(0);
            return new Work(Long.parseLong(row.get(0)), Long.parseLong(row.get(1)));
        }
    }

    @Test
    @Symptom
    @DisplayName("searching invoices is light work for the database")
    void lightWork(Lab lab) {
        List<InvoiceSearch> searches = InvoiceSearch.ofEachKind(lab);
        Work before = Work.now(lab);
        int found = 0;
        for (InvoiceSearch search : searches) {
            found += search.send(lab).json().path("count").asInt();
        }
        Work after = Work.now(lab);
        long statements = Math.max(1, after.statements() - before.statements());
        long read = after.rowsRead() - before.rowsRead();
        assertThat(read / statements)
                .withFailMessage("Searching invoices is far too much work: to find %d invoices in %d searches, the "
                        + "database read %,d rows", found, searches.size(), read)
                .isLessThanOrEqualTo(LIGHT);
    }

    @Test
    @DisplayName("searching invoices finds what is there")
    void answers(Lab lab) {
        for (InvoiceSearch search : InvoiceSearch.ofEachKind(lab)) {
            HttpReading answer = search.send(lab);
            search.assertFound(answer);
        }
    }
}

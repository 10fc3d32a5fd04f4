package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import oncall.health.HttpReading;
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

    /** Rows read for one search; the shop lists 50 at most, and the largest customer has a few hundred. */
    private static final long LIGHT = 1000;

    @Test
    @Symptom
    @DisplayName("searching invoices is light work for the database")
    void lightWork(Lab lab) {
        List<InvoiceSearch> searches = InvoiceSearch.ofEachKind(lab);
        DatabaseWork before = DatabaseWork.ofBilling(lab);
        int found = 0;
        for (InvoiceSearch search : searches) {
            found += search.send(lab).json().path("count").asInt();
        }
        DatabaseWork done = DatabaseWork.ofBilling(lab).since(before, searches.size());
        assertThat(done.amount() / searches.size())
                .withFailMessage("Searching invoices is far too much work: to find %d invoices in %d searches, the "
                        + "database read %,d rows", found, searches.size(), done.amount())
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

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import oncall.health.HttpReading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whoever types an invoice's number gets that invoice, and the database does not read the whole table for it; nor for a
 * customer or a purchase order. Judged by the rows that the server counted as read, over both back ends. How the number is
 * kept, bound and looked up is the player's business, as long as it still is what was printed on paper, and what will be.
 */
@LabChecks
// One after the other: what one check makes the database do would be counted by the other.
@Execution(ExecutionMode.SAME_THREAD)
final class ImplicitConversionChecks {

    /** Rows read for one search; a number belongs to one invoice, and the stage's shoppers search meanwhile. */
    private static final long LIGHT = 1000;

    /** What invoice numbers look like; see provisioning/shop/box/mysql.sql. */
    private enum Kind {
        OLD("an old invoice", 1, 24_000) {
            @Override
            String number(long id) {
                return "%010d".formatted(400_000 + id);
            }
        },
        CURRENT("a current invoice", 30_000, 220_000) {
            @Override
            String number(long id) {
                return String.valueOf(4_000_000 + id);
            }
        },
        CREDIT_NOTE("a credit note", 280_001, 320_000) {
            @Override
            String number(long id) {
                return "CN-%06d".formatted(id - 280_000);
            }
        };

        private final String name;
        private final long firstId;
        private final long lastId;

        Kind(String name, long firstId, long lastId) {
            this.name = name;
            this.firstId = firstId;
            this.lastId = lastId;
        }

        abstract String number(long id);

        InvoiceSearch search(Lab lab) {
            long id = firstId + lab.random().nextLong(lastId - firstId + 1);
            return new InvoiceSearch("the number of " + name, "sequence", "sequenceNumber", number(id), id);
        }
    }

    @Test
    @Symptom
    @DisplayName("finding an invoice by its number is light work for the database")
    void lightWork(Lab lab) {
        for (Kind kind : List.of(Kind.CURRENT, Kind.OLD)) {
            assertLight(lab, "Finding " + kind.name + " by its number", () -> kind.search(lab).send(lab));
        }
    }

    @Test
    @DisplayName("a search for what nobody is called is light work, and finds nobody else")
    void nobody(Lab lab) {
        assertNobodyFound(lab, "customer", "customer", "customerReference", () -> "0");
        assertNobodyFound(lab, "customer", "customer", "customerReference", () -> digits(lab));
        assertNobodyFound(lab, "purchase order", "purchaseOrder", "purchaseOrder", () -> digits(lab));
    }

    @Test
    @DisplayName("an invoice is found by the number that is printed on it")
    void answers(Lab lab) {
        for (Kind kind : Kind.values()) {
            InvoiceSearch search = kind.search(lab);
            search.assertFound(search.send(lab));
        }
    }

    @Test
    @DisplayName("an invoice that is written today is found as well")
    void nextInvoice(Lab lab) {
        try (NewInvoice invoice = new NewInvoice(lab)) {
            InvoiceSearch search = invoice.write();
            search.assertFound(search.send(lab));
        }
    }

    @Test
    @Steady
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("the next roll-out keeps what works now")
    void keptByTheNextRollOut(Lab lab) {
        Release.assertBuiltFromTheSources(lab);
    }

    /** As those who have typed half of a reference; no reference begins with a digit. */
    private static String digits(Lab lab) {
        return String.valueOf(10_000 + lab.random().nextInt(900_000_000));
    }

    private static void assertNobodyFound(Lab lab, String by, String parameter, String field, Supplier<String> typed) {
        assertLight(lab, "Searching invoices by %s for a number that nobody has".formatted(by), () -> {
            InvoiceSearch search = new InvoiceSearch(by, parameter, field, typed.get(), 0);
            HttpReading answer = search.send(lab);
            assertThat(answer.json().path("invoices"))
                    .withFailMessage("Searching invoices by %s for %s lists invoices that do not belong there", by, search.value())
                    .allMatch(listed -> listed.path(field).asText().equals(search.value()));
            return answer;
        });
    }

    /** Asks until both back ends have answered. */
    private static void assertLight(Lab lab, String what, Supplier<HttpReading> search) {
        List<HttpReading> answers = new ArrayList<>();
        DatabaseWork before = DatabaseWork.ofBilling(lab);
        BackEnds.seenIn(Stream.generate(search).peek(answers::add));
        DatabaseWork done = DatabaseWork.ofBilling(lab).since(before, answers.size());
        assertThat(done.amount() / answers.size())
                .withFailMessage("%s is far too much work: %d searches, at both back ends, made the database read %,d rows",
                        what, answers.size(), done.amount())
                .isLessThanOrEqualTo(LIGHT);
    }
}

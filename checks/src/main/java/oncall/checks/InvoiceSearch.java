package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;

/**
 * A search which accounts receivable could make.
 *
 * @param by how it is called, such as "customer"
 * @param parameter its name in the API
 * @param field the invoices' field that is searched for
 * @param value what is typed in
 * @param invoice id of an invoice that it must find, if it lists all
 */
record InvoiceSearch(String by, String parameter, String field, String value, long invoice) {

    /** The shop lists no more than this for one search. */
    private static final int MOST_LISTED = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** One search of each kind, each for an invoice picked at random. */
    static List<InvoiceSearch> ofEachKind(Lab lab) {
        List<String> customer = randomInvoice(lab);
        List<String> order = randomInvoice(lab);
        List<String> sequence = randomInvoice(lab);
        return List.of(
                new InvoiceSearch("sequence number", "sequence", "sequenceNumber", sequence.get(3), id(sequence)),
                new InvoiceSearch("customer", "customer", "customerReference", customer.get(1), id(customer)),
                new InvoiceSearch("purchase order", "purchaseOrder", "purchaseOrder", order.get(2), id(order)));
    }

    private static List<String> randomInvoice(Lab lab) {
        SqlReading row = SqlProbe.mysql(lab.on("mysql"), "billing").query("""
                SET @start = (SELECT FLOOR(MAX(id) * 0.99 * %s) FROM invoices);
                SELECT id, customer_reference, purchase_order, sequence_number FROM invoices
                WHERE id >= @start AND purchase_order IS NOT NULL ORDER BY id LIMIT 1""".formatted(lab.random().nextDouble()));
        assertThat(row.ok()).withFailMessage("The billing database does not answer: %s", row.error()).isTrue();
        assertThat(row.rows()).withFailMessage("There are hardly any invoices left").isNotEmpty();
        return row.rows().get(0);
    }

    private static long id(List<String> row) {
        return Long.parseLong(row.get(0));
    }

    /** Searches through the shop; fails unless there is an answer. */
    HttpReading send(Lab lab) {
        HttpReading answer = lab.http().send(HttpRequestSpec.get(HttpProbe.API,
                "/api/invoices?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)).within(PATIENCE));
        assertThat(answer.status())
                .withFailMessage("Searching invoices by %s fails: %s", by, answer.summary())
                .isEqualTo(200);
        return answer;
    }

    /** Fails unless the answer lists what was searched for and nothing else. */
    void assertFound(HttpReading answer) {
        boolean found = false;
        for (var listed : answer.json().path("invoices")) {
            assertThat(listed.path(field).asText())
                    .withFailMessage("Searching invoices by %s lists invoices that do not belong there", by)
                    .isEqualTo(value);
            found |= listed.path("id").asLong() == invoice;
        }
        assertThat(found || answer.json().path("count").asInt() == MOST_LISTED)
                .withFailMessage("Searching invoices by %s misses an invoice that exists", by)
                .isTrue();
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oncall.grade.Baseline;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.Outcome;
import oncall.grade.TestLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checks of the invoice searches, on invoices that are kept in memory and tell what it costs to find them. */
class ImplicitConversionChecksTest {

    private static final String LIGHT = "finding an invoice by its number is light work for the database";
    private static final String DIGITS = "a search for what nobody is called is light work, and finds nobody else";
    private static final String NEXT = "an invoice that is written today is found as well";
    private static final Pattern ISSUED = Pattern.compile("VALUES \\('(\\d+)'");
    private static final long NEWEST = 320_001;

    private final TestLab machines = new TestLab("proxy", "app", "mysql", "postgres", "ops");
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final Map<String, Long> issued = new TreeMap<>();
    private HttpServer server;

    /** Whose numbers are compared with a number. */
    private Set<String> scanned = Set.of();
    private boolean filledOnce;
    private String insertion = NEWEST + "\n";

    @BeforeEach
    void open() throws IOException {
        machines.machine("app").on("find /srv/shop", "");
        machines.machine("mysql").on("events_statements_summary", sql -> calls.get() + "\t" + rows.get() + "\n")
                .on("INSERT INTO invoices", sql -> {
                    Matcher number = ISSUED.matcher(sql);
                    assertThat(number.find()).isTrue();
                    issued.put(number.group(1), NEWEST);
                    return insertion;
                })
                .on("DELETE FROM invoices", sql -> {
                    issued.clear();
                    return "";
                });
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = answer(exchange.getRequestURI().getQuery().split("=")).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("X-Shop-Instance", calls.get() % 2 == 0 ? "8081" : "8082");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        assertThat(issued).as("what the judge has left behind").isEmpty();
    }

    @Test
    void searchesByTextPass() {
        assertThat(failed()).isEmpty();
        assertThat(machines.machine("mysql").asked()).anyMatch(sql -> sql.contains("INSERT INTO invoices"));
    }

    @Test
    void numbersThatAreComparedAsNumbersAreRefused() {
        scanned = Set.of("sequence");
        assertThat(failed()).containsOnlyKeys(LIGHT);
    }

    @Test
    void eachOfTheOtherSearchesIsMeant() {
        scanned = Set.of("customer");
        assertThat(failed()).containsOnlyKeys(DIGITS).extractingByKey(DIGITS).asString().contains("do not belong there");
        scanned = Set.of("purchaseOrder");
        assertThat(failed()).containsOnlyKeys(DIGITS).extractingByKey(DIGITS).asString().contains("far too much work");
    }

    @Test
    void aColumnThatWasFilledOnceIsRefused() {
        filledOnce = true;
        assertThat(failed()).containsOnlyKeys(NEXT).extractingByKey(NEXT).asString().contains("misses an invoice");
    }

    @Test
    void anInvoiceThatCannotBeWrittenIsRefusedAndTakenBackAllTheSame() {
        insertion = "ERROR 1364: Field 'sequence_value' doesn't have a default value";
        assertThat(failed()).containsOnlyKeys(NEXT).extractingByKey(NEXT).asString().contains("cannot be written");
    }

    private Map<String, String> failed() {
        var findings = new Grader(Duration.ZERO).judge(machines.lab("implicit-conversion",
                new Baseline(Instant.EPOCH, Map.of(), Map.of(), Map.of()),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort())), ImplicitConversionChecks.class);
        assertThat(findings).extracting(Finding::outcome).doesNotContain(Outcome.UNKNOWN, Outcome.SKIPPED);
        return findings.stream().filter(finding -> finding.outcome() == Outcome.FAIL)
                .collect(Collectors.toMap(Finding::check, Finding::message));
    }

    /** @param asked a parameter and its value */
    private String answer(String... asked) {
        calls.incrementAndGet();
        boolean scan = scanned.contains(asked[0]) && asked[1].matches("[0-9]+");
        rows.addAndGet(scan ? 320_000 : 1);
        if (asked[0].equals("sequence")) {
            return sequence(asked[1]);
        }
        // Text without a digit in front is 0.
        return scan && asked[0].equals("customer") && asked[1].equals("0")
                ? "{\"count\":1,\"invoices\":[{\"id\":7,\"customerReference\":\"C-000001\"}]}"
                : "{\"count\":0,\"invoices\":[]}";
    }

    private String sequence(String number) {
        Long id = issued.get(number);
        if (id == null) {
            id = number.startsWith("CN-") ? 280_000 + Long.parseLong(number.substring(3))
                    : number.startsWith("0") ? Long.parseLong(number) - 400_000 : Long.parseLong(number) - 4_000_000;
        } else if (filledOnce) {
            return "{\"count\":0,\"invoices\":[]}";
        }
        return "{\"count\":1,\"invoices\":[{\"id\":" + id + ",\"sequenceNumber\":\"" + number + "\"}]}";
    }
}

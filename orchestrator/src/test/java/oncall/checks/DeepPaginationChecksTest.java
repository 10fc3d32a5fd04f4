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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import oncall.grade.Baseline;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.Outcome;
import oncall.grade.TestLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checks of the order history, on a history that is kept in memory and tells what it costs. */
class DeepPaginationChecksTest {

    private static final String FIRST = "the order history's first pages are light work for the database";
    private static final String FAR = "nobody who asks for a far page keeps the database busy";
    private static final String BACK = "whoever goes back order by order reaches the oldest ones, at the cost of a first page";
    private static final String KEPT = "the next roll-out keeps what works now";
    private static final long NEWEST = 220_040;

    private final TestLab machines = new TestLab("proxy", "app", "mysql", "postgres", "ops");
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong blocks = new AtomicLong();
    private HttpServer server;

    private boolean counted = true;
    private long blocksPerPage = 5;
    private double blocksPerSkipped;
    private long blocksPerSeek = 8;
    private int lastPage = 100;
    private String refusal = "400 {\"error\":\"Pages end here\"}";
    private long wrongBy;
    private String total = "220040";

    @BeforeEach
    void open() throws IOException {
        machines.machine("postgres").on("pg_stat_statements", sql -> calls.get() + "\u001f" + blocks.get() + "\n");
        machines.machine("app").on("find /srv/shop", "");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String[] answer = answer(exchange.getRequestURI().getQuery()).split(" ", 2);
                byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void seekingAndRefusingFarPagesPasses() {
        assertThat(failed()).isEmpty();
    }

    @Test
    void servingFarPagesPassesWhereItIsLight() {
        lastPage = Integer.MAX_VALUE;
        assertThat(failed()).isEmpty();
    }

    @Test
    void whatSkipsOrdersIsRefused() {
        lastPage = Integer.MAX_VALUE;
        blocksPerPage = 900;
        assertThat(failed()).containsOnlyKeys(FIRST, FAR);
    }

    @Test
    void aLimitOfPagesMustHoldForLargeOnesAsWell() {
        lastPage = 1000;
        blocksPerSkipped = 0.004;
        assertThat(failed()).containsOnlyKeys(FAR).extractingByKey(FAR).asString().contains("size=100");
    }

    @Test
    void whatIsRefusedHidesNoWork() {
        lastPage = 500;
        blocksPerSkipped = 0.01;
        assertThat(failed()).containsOnlyKeys(FAR);
    }

    @Test
    void theShopsOwnPageLeadsBackAThousandOrders() {
        lastPage = 99;
        assertThat(failed()).containsOnlyKeys(FIRST).extractingByKey(FIRST).asString().contains("page=100&size=10");
    }

    @Test
    void theShopsOwnPageIsToldHowManyThereAre() {
        for (String untold : List.of("null", "\"many\"", "1000")) {
            total = untold;
            assertThat(failed()).containsOnlyKeys(FIRST).extractingByKey(FIRST).asString().contains("how many");
        }
    }

    @Test
    void theWayBackMustBeLightAndRight() {
        blocksPerSeek = 900;
        assertThat(failed()).containsOnlyKeys(BACK);
        blocksPerSeek = 8;
        wrongBy = 1;
        assertThat(failed()).containsOnlyKeys(BACK).extractingByKey(BACK).asString().contains("but lists");
    }

    @Test
    void aRefusalMustSayWhy() {
        refusal = "403 <html>Forbidden</html>";
        assertThat(failed()).containsOnlyKeys(FAR).extractingByKey(FAR).asString().contains("told why not: HTTP 403");
        refusal = "500 {\"error\":\"Something went wrong\"}";
        assertThat(failed()).containsOnlyKeys(FAR);
        refusal = "200 {\"orders\":[{\"id\":220000}]}";
        assertThat(failed()).containsOnlyKeys(FAR).extractingByKey(FAR).asString().contains("lists other orders");
    }

    @Test
    void aServerThatDoesNotCountIsRefused() {
        counted = false;
        assertThat(failed()).containsKeys(FIRST, BACK).extractingByKey(FIRST).asString().contains("statistics");
    }

    @Test
    void sourcesThatAreNewerThanWhatRunsAreRefused() {
        machines.machine("app").on("find /srv/shop", "/srv/shop/src/main/java/shop/data/PostgresOrders.java\n");
        assertThat(failed()).containsOnlyKeys(KEPT);
    }

    private Map<String, String> failed() {
        List<Finding> findings = new Grader(Duration.ZERO).judge(machines.lab("deep-pagination",
                new Baseline(Instant.EPOCH, Map.of(), Map.of(), Map.of()),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort())), DeepPaginationChecks.class);
        assertThat(findings).hasSize(4).extracting(Finding::outcome).containsAnyOf(Outcome.PASS, Outcome.FAIL)
                .doesNotContain(Outcome.UNKNOWN, Outcome.SKIPPED);
        return findings.stream().filter(finding -> finding.outcome() == Outcome.FAIL)
                .collect(Collectors.toMap(Finding::check, Finding::message));
    }

    private String answer(String query) {
        Map<String, Integer> asked = Arrays.stream(query.split("&")).map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> Integer.valueOf(part[1])));
        int size = asked.get("size");
        if (asked.containsKey("before")) {
            return list(asked.get("before") - 1 + wrongBy, size, blocksPerSeek);
        }
        int page = asked.get("page");
        return page > lastPage ? refusal : list(NEWEST - (page - 1L) * size, size,
                blocksPerPage + (long) (blocksPerSkipped * (page - 1L) * size));
    }

    private String list(long newest, int size, long cost) {
        calls.addAndGet(counted ? 1 : 0);
        blocks.addAndGet(cost);
        return LongStream.range(0, size).mapToObj(i -> "{\"id\":" + (newest - i) + "}")
                .collect(Collectors.joining(",", "200 {\"total\":" + total + ",\"orders\":[", "]}"));
    }
}

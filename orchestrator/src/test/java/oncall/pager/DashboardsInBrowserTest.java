package oncall.pager;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import oncall.browser.Browser;
import oncall.browser.NoBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dashboards in a real browser, before a Prometheus that answers as we like; needs Chromium and its driver. */
class DashboardsInBrowserTest {
    private static final Path DASHBOARDS = Path.of("provisioning/roles/ops/files/etc/prometheus/dashboards");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ALERT = "{\"alertname\":\"CheckoutFails\",\"alertstate\":\"firing\",\"severity\":\"SEV1\",\"journey\":\"checkout\"}";
    private static final String RULE = "{\"name\":\"CheckoutFails\",\"annotations\":{\"summary\":\"Nobody gets through ({{ $labels.journey }})\",\"runbook\":\"docs/runbooks/checkout-fails.md\"}}";

    private HttpServer server;
    private Browser browser;
    private volatile boolean measures = true;
    private volatile boolean answers = true;

    @BeforeEach void start() throws IOException {
        try {
            browser = Browser.open();
        } catch (NoBrowser none) {
            Assumptions.abort(none.getMessage());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/user/", this::file);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    @AfterEach void stop() {
        if (browser != null) browser.close();
        if (server != null) server.stop(0);
    }

    private void file(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/user/".length());
        Path file = DASHBOARDS.resolve(name.isEmpty() ? "index.html" : name);
        String type = Map.of("js", "text/javascript", "css", "text/css", "svg", "image/svg+xml", "json", "application/json")
            .getOrDefault(file.toString().replaceFirst(".*\\.", ""), "text/html");
        if (Files.isRegularFile(file)) send(exchange, 200, type, Files.readAllBytes(file));
        else send(exchange, 404, "text/plain", new byte[0]);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Arrays.stream(String.valueOf(exchange.getRequestURI().getRawQuery()).split("&")).map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String query = asked.getOrDefault("query", "");
        String labels = query.contains("ALERTS") ? ALERT : query.equals("up") ? "{\"job\":\"node\",\"instance\":\"app.shop.internal:9100\"}" : "{}";
        String data = exchange.getRequestURI().getPath().endsWith("/rules") ? "{\"groups\":[{\"rules\":[%s]}]}".formatted(RULE)
            : !measures ? "{\"result\":[]}"
            : asked.containsKey("end") ? "{\"result\":[{\"metric\":%s,\"values\":[[%s,\"2\"],[%s,\"1\"]]}]}".formatted(labels, asked.get("start"), asked.get("end"))
            : "{\"result\":[{\"metric\":%s,\"value\":[%d,\"1\"]}]}".formatted(labels, System.currentTimeMillis() / 1000);
        if (answers) send(exchange, 200, "application/json", "{\"status\":\"success\",\"data\":%s}".formatted(data).getBytes(StandardCharsets.UTF_8));
        else send(exchange, 503, "text/plain", "starting".getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void visit(String place) { browser.visit(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/user/" + place)); }

    private String seen(String selector) { return browser.await(selector, LIMIT).orElse("nothing at " + selector); }

    @Test void whatFiresIsSeenWithItsRunbookAndLeadsToItsDashboard() {
        visit("");
        assertThat(seen("#alerts p.firing")).isEqualTo("1 alert fires now");
        assertThat(seen("#alerts .lane.now")).contains("SEV1", "CheckoutFails", "Nobody gets through (checkout)", "docs/runbooks/checkout-fails.md");
        assertThat(seen(".card.firing .state")).isEqualTo("CheckoutFails");

        browser.click("#alerts .lane.now a");
        assertThat(seen("nav a[href='#customers'][aria-current=page]")).isEqualTo("Customer journeys");
        assertThat(seen("#charts .panel:last-child .legend b")).isEqualTo("1 B/s");
    }

    @Test void chartsAreDrawnWithTheNewestValueAndTheAlertsThreshold() {
        visit("#nodes");
        assertThat(seen("#charts .panel:first-child .legend li:last-child")).contains("alert above", "0.5");
        assertThat(seen("#charts .panel:last-child canvas[width]:not([hidden])")).isEmpty();
        assertThat(seen("#targets .pill")).isEqualTo("node app:9100");
        assertThat(seen("#alerts .elsewhere")).contains("CheckoutFails");
    }

    @Test void thatNothingIsKnownIsNotThatAllIsWell() {
        measures = false;
        visit("#nodes");
        assertThat(seen("#refreshed:not(:empty)")).startsWith("as of");
        assertThat(seen("#charts .panel .message:not([hidden])")).contains("no data in the last 30 minutes");
        assertThat(seen("#alerts p")).contains("not measured anything yet");
        assertThat(seen("#stats .tile.none b")).isEqualTo("no data");

        answers = false;
        visit("?again#nodes");
        assertThat(seen(".stale #trouble:not([hidden])")).contains("cannot be asked: it is still starting");
    }
}

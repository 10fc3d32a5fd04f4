package shop.shoppers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private volatile String orderStatus = "FULFILLED";
    private volatile int uploadStatus = 201;
    private volatile int uploadsTaken = Integer.MAX_VALUE;
    private volatile String invoices = "[{\"sequenceNumber\":\"0000400077\",\"purchaseOrder\":null},"
            + "{\"sequenceNumber\":\"CN-000001\",\"purchaseOrder\":\"PO-2026-1\"}]";
    private volatile String foundAgain = "[{}]";
    private int pauses;
    private HttpServer shop;

    @BeforeEach
    void start() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", this::answer);
        shop.start();
    }

    @AfterEach
    void stop() {
        shop.stop(0);
    }

    private String invoices(String query) {
        return query.startsWith("customer=") ? invoices : foundAgain;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int sent = exchange.getRequestBody().readAllBytes().length;
            String path = exchange.getRequestURI().getPath();
            String query = exchange.getRequestURI().getQuery();
            requests.add(exchange.getRequestMethod() + " " + path
                    + (path.equals("/api/invoices") ? "?" + query : "") + (sent > 10_000 ? " large" : ""));
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            int status = switch (exchange.getRequestMethod()) {
                case "DELETE" -> 204;
                case "POST" -> path.equals("/api/uploads") ? (uploadsTaken-- > 0 ? uploadStatus : 500) : 201;
                default -> 200;
            };
            byte[] body = """
                    {"id": "77", "status": "%s", "orders": [{}], "products": [{"sku": "SKU-1"}], "invoices": %s}
                    """.formatted(orderStatus, query == null ? "[]" : invoices(query)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
            if (status != 204) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void round(Duration slow) throws InterruptedException {
        Browser browser = new Browser(URI.create("http://127.0.0.1:" + shop.getAddress().getPort()), "api.localhost",
                Duration.ofSeconds(5));
        new Crowd(new Journeys(browser, new Random(1), 100), () -> pauses++, slow, registry).round();
    }

    private double count(String journey, String outcome) {
        return registry.counter("shoppers.journeys", "journey", journey, "outcome", outcome).count();
    }

    private double requests(String journey, String outcome) {
        return registry.counter("shoppers.requests", "journey", journey, "outcome", outcome).count();
    }

    @Test
    @DisplayName("a round makes each journey once through the edge, and takes back what it has uploaded")
    void round() throws InterruptedException {
        round(Duration.ofMinutes(1));

        assertThat(Journeys.NAMES).allSatisfy(name -> assertThat(count(name, "success")).as(name).isEqualTo(1));
        assertThat(hosts).containsOnly("api.localhost");
        assertThat(requests).contains("GET /api/users/today", "GET /api/badge", "GET /api/orders", "POST /api/orders",
                "GET /api/orders/77", "GET /api/invoices?sequence=CN-000001", "GET /api/invoices?purchaseOrder=PO-2026-1",
                "POST /api/uploads large", "DELETE /api/uploads/77");
        assertThat(requests).filteredOn(request -> request.startsWith("POST")).hasSize(3);
        assertThat(pauses).as("none for an order that is fulfilled already").isEqualTo(14);
        assertThat(requests("checkout", "success")).isEqualTo(2);
        assertThat(requests("upload", "success")).isEqualTo(4);
    }

    @Test
    @DisplayName("an order that stays pending is a failed checkout; the other journeys go on")
    void pending() throws InterruptedException {
        orderStatus = "PENDING";
        round(Duration.ofMinutes(1));

        assertThat(count("checkout", "failure")).isEqualTo(1);
        assertThat(count("search", "success")).isEqualTo(1);
        assertThat(requests("checkout", "success")).isEqualTo(6);
        assertThat(requests("checkout", "failure")).isEqualTo(1);
    }

    @Test
    @DisplayName("an upload that is refused ends its journey")
    void refused() throws InterruptedException {
        uploadStatus = 413;
        round(Duration.ofMinutes(1));

        assertThat(count("upload", "failure")).isEqualTo(1);
        assertThat(requests).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    @DisplayName("where one of two files is refused the journey failed, and the other file is taken back")
    void refusedByOneBackEnd() throws InterruptedException {
        uploadsTaken = 1;
        round(Duration.ofMinutes(1));

        assertThat(count("upload", "failure")).isEqualTo(1);
        assertThat(requests("upload", "success")).isEqualTo(1);
        assertThat(requests).filteredOn(request -> request.startsWith("DELETE")).hasSize(1);
    }

    @Test
    @DisplayName("a customer without invoices is no failure, an invoice that is not found again is one")
    void searches() throws InterruptedException {
        invoices = "[]";
        round(Duration.ofMinutes(1));
        assertThat(count("search", "success")).isEqualTo(1);
        assertThat(requests).noneMatch(request -> request.contains("sequence="));

        invoices = "[{\"sequenceNumber\":\"1\"}]";
        foundAgain = "[]";
        round(Duration.ofMinutes(1));
        assertThat(count("search", "failure")).isEqualTo(1);
    }

    @Test
    @DisplayName("a journey with a slow step counts as slow, not as a success")
    void slow() throws InterruptedException {
        round(Duration.ZERO);

        assertThat(count("browse", "slow")).isEqualTo(1);
        assertThat(count("browse", "success")).isZero();
    }

    @Test
    @DisplayName("when nobody answers every journey fails and the shoppers live on")
    void nobodyThere() throws InterruptedException {
        shop.stop(0);
        round(Duration.ofMinutes(1));

        assertThat(Journeys.NAMES).allSatisfy(name -> assertThat(count(name, "failure")).as(name).isEqualTo(1));
    }
}

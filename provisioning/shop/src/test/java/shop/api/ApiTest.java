package shop.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.data.User;

class ApiTest {
    private static final String ORDER = "{\"userId\":5,\"items\":[{\"sku\":\"SKU-1\",\"quantity\":2}]}";

    @TempDir
    Path directory;
    private RunningApi api;

    @BeforeEach
    void start() {
        api = new RunningApi(directory, directory);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    @DisplayName("a user who was added is among today's")
    void usersToday() throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            api.memory.users.add(new User(1, "Old", "old@x.example", Instant.now().minusSeconds(3 * 86400)));
            HttpResponse<String> created = api.post("/api/users", "{\"name\":\" Zoë \",\"email\":\"zoe@x.example\"}");
            assertThat(created.statusCode()).isEqualTo(201);

            JsonObject today = RunningApi.json(api.get("/api/users/today"));
            assertThat(today.get("count").getAsInt()).isEqualTo(1);
            assertThat(today.get("timeZone").getAsString()).isEqualTo("UTC");
            assertThat(today.get("date").getAsString()).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
            assertThat(today.getAsJsonArray("users").get(0).getAsJsonObject().get("name").getAsString()).isEqualTo("Zoë");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    @DisplayName("an address that is taken is a conflict, one that is none a bad request")
    void badUsers() throws Exception {
        String user = "{\"name\":\"A\",\"email\":\"a@x.example\"}";
        assertThat(api.post("/api/users", user).statusCode()).isEqualTo(201);
        assertThat(api.post("/api/users", user).statusCode()).isEqualTo(409);
        assertThat(api.post("/api/users", "{\"name\":\"A\",\"email\":\"nowhere\"}").statusCode()).isEqualTo(400);
        assertThat(api.post("/api/users", "{\"email\":\"b@x.example\"}").body()).contains("name is missing");
    }

    @Test
    @DisplayName("an order is stored, priced with the discount, and published")
    void checkOut() throws Exception {
        HttpResponse<String> response = api.post("/api/orders", ORDER);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(RunningApi.json(response).get("status").getAsString()).isEqualTo("PENDING");
        assertThat(api.memory.published).singleElement()
                .satisfies(order -> assertThat(order.items().get(0).price()).isEqualByComparingTo("8.50"));
    }

    @Test
    @DisplayName("an order that cannot be published is taken back, and the customer is asked to try again")
    void streamDown() throws Exception {
        api.memory.streamDown = true;

        assertThat(api.post("/api/orders", ORDER).statusCode()).isEqualTo(503);
        assertThat(api.memory.orders).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("an order that makes no sense is refused, and nothing is stored")
    @ValueSource(strings = {"", "[]", "{", "{\"userId\":5}", "{\"userId\":5,\"items\":[]}", "{\"items\":[{\"sku\":\"SKU-1\",\"quantity\":1}]}",
            "{\"userId\":5,\"items\":[null]}", "{\"userId\":\"x\",\"items\":[{\"sku\":\"SKU-1\",\"quantity\":1}]}",
            "{\"userId\":5,\"items\":[{\"sku\":\"SKU-1\",\"quantity\":0}]}", "{\"userId\":5,\"items\":[{\"sku\":\"SKU-9\",\"quantity\":1}]}",
            "{\"userId\":500,\"items\":[{\"sku\":\"SKU-1\",\"quantity\":1}]}",
            "{\"userId\":5,\"items\":[{\"sku\":\"SKU-1\",\"quantity\":1},{\"sku\":\"SKU-1\",\"quantity\":1}]}"})
    void badOrders(String body) throws Exception {
        HttpResponse<String> response = api.post("/api/orders", body);

        assertThat(response.statusCode()).isIn(400, 422);
        assertThat(RunningApi.json(response).get("error").getAsString()).isNotEmpty();
        assertThat(api.memory.orders).isEmpty();
        assertThat(api.memory.published).isEmpty();
    }

    @Test
    @DisplayName("the history answers the page that was asked for")
    void history() throws Exception {
        for (int i = 0; i < 25; i++) {
            api.post("/api/orders", ORDER);
        }
        JsonObject page = RunningApi.json(api.get("/api/orders?page=3&size=10"));

        assertThat(page.get("total").getAsLong()).isEqualTo(25);
        assertThat(page.getAsJsonArray("orders")).hasSize(5);
        assertThat(api.get("/api/orders?page=zero").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("the history goes back from any order")
    void historyBeforeAnOrder() throws Exception {
        for (int i = 0; i < 5; i++) {
            api.post("/api/orders", ORDER);
        }
        JsonObject older = RunningApi.json(api.get("/api/orders?before=4&size=2"));

        assertThat(older.getAsJsonArray("orders")).extracting(order -> order.getAsJsonObject().get("id").getAsLong())
                .containsExactly(3L, 2L);
        assertThat(RunningApi.json(api.get("/api/orders?before=1")).getAsJsonArray("orders")).isEmpty();
        assertThat(api.get("/api/orders?before=last").statusCode()).isEqualTo(400);
        assertThat(api.get("/api/orders?page=20000").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("invoices are searched by exactly one term, as the text that was given")
    void invoices() throws Exception {
        JsonObject found = RunningApi.json(api.get("/api/invoices?customer=C-000007"));
        assertThat(found.getAsJsonArray("invoices").get(0).getAsJsonObject().get("issuedOn").getAsString()).isEqualTo("2024-02-29");
        api.get("/api/invoices?sequence=0000400001");
        api.get("/api/invoices?purchaseOrder=PO-1");

        assertThat(api.memory.searches).containsExactly("customer C-000007", "sequence 0000400001", "purchase order PO-1");
        assertThat(api.get("/api/invoices").statusCode()).isEqualTo(400);
        assertThat(api.get("/api/invoices?customer=").statusCode()).isEqualTo(400);
        assertThat(api.get("/api/invoices?customer=C-1&sequence=2").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("the badge stays the same for a visitor, and is asked of the database once")
    void badge() throws Exception {
        String first = api.get("/api/badge?visitor=v1").body();

        assertThat(api.get("/api/badge?visitor=v1").body()).isEqualTo(first).contains("15% off Mug today");
        assertThat(api.memory.offersAsked).isEqualTo(1);
    }

    @Test
    @DisplayName("a request id of the proxy is kept, one that could forge log lines is not")
    void requestIds() throws Exception {
        assertThat(api.get("/nowhere", "X-Request-Id", "abc-1").headers().firstValue("X-Request-Id")).contains("abc-1");
        assertThat(api.get("/nowhere", "X-Request-Id", "a b\"c").headers().firstValue("X-Request-Id").orElse(""))
                .matches("[0-9a-f]{16}");
        assertThat(RunningApi.json(api.get("/nowhere", "X-Request-Id", "abc-2")).get("requestId").getAsString()).isEqualTo("abc-2");
    }

    @Test
    @DisplayName("what is not there is 404 in JSON with the instance's name")
    void notFound() throws Exception {
        HttpResponse<String> response = api.get("/nowhere");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(RunningApi.json(response).get("error").getAsString()).isEqualTo("There is nothing here");
        assertThat(response.headers().firstValue("X-Shop-Instance")).contains("8081");
    }

    @Test
    @DisplayName("a database that is down is 503 without detail")
    void databaseDown() throws Exception {
        api.memory.databaseDown = true;

        HttpResponse<String> response = api.get("/api/orders");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).doesNotContain("postgres");
    }

    @Test
    @DisplayName("a JSON body beyond all reason is refused")
    void hugeJson() throws Exception {
        HttpResponse<String> response = api.send(api.request("/api/orders").POST(BodyPublishers.ofString("x".repeat(100_000))));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(RunningApi.json(response).get("error").getAsString()).isEqualTo("The request is too large");
    }

    @Test
    @DisplayName("ready names the dependency that fails or hangs; alive it is all the same")
    void readiness() throws Exception {
        assertThat(api.get("/health/ready").statusCode()).isEqualTo(200);

        CountDownLatch never = new CountDownLatch(1);
        api.probes.put("mysql", never::await);
        api.probes.put("stream", () -> { throw new IllegalStateException("refused"); });
        HttpResponse<String> response = api.get("/health/ready");
        never.countDown();

        assertThat(response.statusCode()).isEqualTo(503);
        JsonObject states = RunningApi.json(response).getAsJsonObject("dependencies");
        assertThat(states.get("postgres").getAsString()).isEqualTo("UP");
        assertThat(states.get("mysql").getAsString()).isEqualTo("DOWN");
        assertThat(states.get("stream").getAsString()).isEqualTo("DOWN");
        assertThat(api.get("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    @DisplayName("metrics count requests by route, not by target")
    void metrics() throws Exception {
        api.get("/api/orders/1");
        api.get("/api/orders/2");

        assertThat(api.get("/metrics").body())
                .contains("http_server_requests_seconds_count{method=\"GET\",path=\"/api/orders/{id}\",status=\"404\"} 2")
                .contains("jvm_memory_max_bytes").contains("shop_cache_entries{cache=\"offers\"} 0");
    }
}

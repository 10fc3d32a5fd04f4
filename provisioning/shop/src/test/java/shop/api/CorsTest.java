package shop.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorsTest {
    private static final String ALLOW = "Access-Control-Allow-Origin";

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

    private HttpResponse<String> preflight(RunningApi api, String origin) throws Exception {
        return api.send(api.request("/api/orders", "Origin", origin, "Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    @Test
    @DisplayName("the front end's preflight is granted with what it needs")
    void allowedPreflight() throws Exception {
        HttpResponse<String> response = preflight(api, RunningApi.ORIGIN);

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue(ALLOW)).contains(RunningApi.ORIGIN);
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).contains("true");
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods").orElse("")).contains("POST", "DELETE");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElse("")).contains("X-File-Name", "Content-Type");
    }

    @Test
    @DisplayName("a foreign origin's preflight is refused without any allowance")
    void foreignPreflight() throws Exception {
        for (String origin : List.of("http://evil.example", "http://shop.localhost", "https://shop.localhost:8080", "null")) {
            HttpResponse<String> response = preflight(api, origin);

            assertThat(response.statusCode()).as(origin).isEqualTo(403);
            assertThat(response.headers().map()).as(origin).doesNotContainKey(ALLOW);
            assertThat(RunningApi.json(response).get("requestId").getAsString()).isNotEmpty();
        }
    }

    @Test
    @DisplayName("answers carry the allowance for the front end only, and caches are told so")
    void simpleRequests() throws Exception {
        HttpResponse<String> own = api.get("/api/badge", "Origin", RunningApi.ORIGIN);
        HttpResponse<String> foreign = api.get("/api/badge", "Origin", "http://evil.example");

        assertThat(own.headers().firstValue(ALLOW)).contains(RunningApi.ORIGIN);
        assertThat(foreign.headers().map()).doesNotContainKey(ALLOW);
        assertThat(foreign.headers().firstValue("Vary")).contains("Origin");
        assertThat(api.get("/api/badge").headers().map()).doesNotContainKey(ALLOW);
    }

    @Test
    @DisplayName("errors carry the allowance, too: else the page could not show them")
    void errors() throws Exception {
        HttpResponse<String> response = api.get("/api/orders?page=0", "Origin", RunningApi.ORIGIN);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue(ALLOW)).contains(RunningApi.ORIGIN);
    }

    @Test
    @DisplayName("with no origin configured nobody's preflight is granted")
    void noOrigins() throws Exception {
        try (RunningApi closed = new RunningApi(directory, directory, List.of())) {
            assertThat(preflight(closed, RunningApi.ORIGIN).statusCode()).isEqualTo(403);
        }
    }
}

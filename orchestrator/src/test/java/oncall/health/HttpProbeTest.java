package oncall.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProbeTest {

    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private HttpServer server;
    private HttpProbe probe;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.put("method", exchange.getRequestMethod());
            seen.put("path", exchange.getRequestURI().toString());
            exchange.getRequestHeaders().forEach((name, values) -> seen.put(name.toLowerCase(), values.get(0)));
            seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"id\":7,\"name\":\"ü\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("X-Shop-Instance", "8081");
            exchange.sendResponseHeaders(seen.get("path").startsWith("/missing") ? 404 : 201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        probe = new HttpProbe(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsWhatABrowserWouldSend() {
        HttpReading reading = probe.send(HttpRequestSpec.postJson(HttpProbe.API, "/api/users?x=1", "{\"name\":\"ü\"}")
                .header("Origin", "http://shop.localhost:8080"));

        assertThat(seen).containsEntry("method", "POST").containsEntry("path", "/api/users?x=1")
                .containsEntry("host", "api.localhost:" + server.getAddress().getPort())
                .containsEntry("origin", "http://shop.localhost:8080").containsEntry("body", "{\"name\":\"ü\"}")
                .containsEntry("connection", "close");
        assertThat(reading.status()).isEqualTo(201);
        assertThat(reading.ok()).isTrue();
        assertThat(reading.header("x-shop-INSTANCE")).contains("8081");
        assertThat(reading.json().path("id").asInt()).isEqualTo(7);
        assertThat(reading.json().path("name").asText()).isEqualTo("ü");
    }

    @Test
    void sendsAnyMethod() {
        HttpReading reading = probe.send(HttpRequestSpec.of("OPTIONS", HttpProbe.API, "/missing"));

        assertThat(seen).containsEntry("method", "OPTIONS");
        assertThat(reading.status()).isEqualTo(404);
        assertThat(reading.ok()).isFalse();
        assertThat(reading.summary()).isEqualTo("HTTP 404");
    }

    @Test
    void aBodyThatIsNoJsonIsAMissingNode() {
        assertThat(new HttpReading(200, Map.of(), "<html>".getBytes(StandardCharsets.UTF_8), Duration.ZERO, "")
                .json().path("id").isMissingNode()).isTrue();
        assertThat(HttpReading.none("refused", Duration.ZERO).json().path("id").isMissingNode()).isTrue();
    }

    @Test
    void nobodyThereIsAReading() {
        server.stop(0);

        HttpReading reading = probe.get(HttpProbe.SHOP, "/");

        assertThat(reading.status()).isZero();
        assertThat(reading.answered()).isFalse();
        assertThat(reading.summary()).isEqualTo("no answer (connection refused)");
        assertThat(probe.announce(HttpProbe.API, "/", 1, Duration.ofSeconds(1)).summary())
                .isEqualTo("no answer (connection refused)");
    }

    @Test
    void silenceIsAReading() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            HttpProbe asking = new HttpProbe(URI.create("http://127.0.0.1:" + silent.getLocalPort()));

            assertThat(asking.send(HttpRequestSpec.get(HttpProbe.API, "/").within(Duration.ofSeconds(1))).summary())
                    .isEqualTo("no answer (nothing within 1 s)");
            assertThat(asking.announce(HttpProbe.API, "/", 200_000_000, Duration.ofSeconds(1)).summary())
                    .isEqualTo("no answer (nothing within 1 s)");
        }
    }

    @Test
    void announcesABodyWithoutSendingIt() throws Exception {
        try (ServerSocket edge = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> head = CompletableFuture.supplyAsync(() -> answer(edge, new CountDownLatch(0),
                    "HTTP/1.1 413 Request Entity Too Large\r\nServer: nginx\r\n\r\ntoo large"));

            HttpReading reading = new HttpProbe(URI.create("http://127.0.0.1:" + edge.getLocalPort()))
                    .announce(HttpProbe.API, "/api/uploads", 200_000_000, Duration.ofSeconds(10));

            assertThat(head.get()).startsWith("POST /api/uploads HTTP/1.1\r\n")
                    .contains("Host: api.localhost:" + edge.getLocalPort() + "\r\n")
                    .contains("Content-Length: 200000000\r\n").endsWith("\r\n\r\n");
            assertThat(reading.status()).isEqualTo(413);
            assertThat(reading.header("Server")).contains("nginx");
            assertThat(reading.text()).isEqualTo("too large");
        }
    }

    @Test
    void whoeverWouldTakeAnAnnouncedBodySaysSo() throws Exception {
        assertThat(announcedTo("HTTP/1.1 100 Continue\r\n\r\n").status()).isEqualTo(100);
    }

    @Test
    void anAnswerToAnAnnouncedBodyEndsWithItsLength() throws Exception {
        HttpReading reading = announcedTo("HTTP/1.1 413 Too Large\r\nContent-Length: 9\r\n\r\ntoo large");

        assertThat(reading.status()).isEqualTo(413);
        assertThat(reading.text()).isEqualTo("too large");
    }

    /** What is read from somebody who keeps the connection open, for a body that does not come. */
    private static HttpReading announcedTo(String answer) throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        try (ServerSocket edge = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> head = CompletableFuture.supplyAsync(() -> answer(edge, read, answer));
            HttpReading reading = new HttpProbe(URI.create("http://127.0.0.1:" + edge.getLocalPort()))
                    .announce(HttpProbe.API, "/api/uploads", 200_000_000, Duration.ofSeconds(10));
            assertThat(head).isNotDone();
            read.countDown();
            assertThat(head.get()).contains("Expect: 100-continue\r\n");
            return reading;
        } finally {
            read.countDown();
        }
    }

    /** Answers as soon as the head is there, and closes when told to. */
    private static String answer(ServerSocket edge, CountDownLatch close, String answer) {
        try (Socket socket = edge.accept()) {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) socket.getInputStream().read());
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            close.await();
            return head.toString();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

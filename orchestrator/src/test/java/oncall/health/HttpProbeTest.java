package oncall.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void announcesABodyWithoutSendingIt() {
        RawServer edge = new RawServer("HTTP/1.1 413 Request Entity Too Large\r\nServer: nginx\r\n\r\ntoo large");

        HttpReading reading = edge.probe().announce(
                HttpProbe.API, "/api/uploads", 200_000_000, Duration.ofSeconds(10));

        assertThat(edge.head()).startsWith("POST /api/uploads HTTP/1.1\r\n")
                .contains("Host: api.localhost:" + edge.port() + "\r\n")
                .contains("Content-Length: 200000000\r\n").contains("Expect: 100-continue\r\n").endsWith("\r\n\r\n");
        assertThat(reading.status()).isEqualTo(413);
        assertThat(reading.header("Server")).contains("nginx");
        assertThat(reading.text()).isEqualTo("too large");
    }

    @Test
    void anAnswerEndsWithItsLengthThoughTheConnectionGoesOn() {
        String answer = "HTTP/1.1 413 Too Large\r\nContent-Length: 9\r\n\r\ntoo large";

        assertThat(RawServer.keepingOpen(answer).probe()
                .announce(HttpProbe.API, "/", 5, Duration.ofMinutes(5)).text()).isEqualTo("too large");
        assertThat(RawServer.keepingOpen(answer).probe().send(
                HttpRequestSpec.get(HttpProbe.API, "/").within(Duration.ofMinutes(5))).text()).isEqualTo("too large");
    }

    @Test
    void aRefusalCountsThoughItsBodyDoesNotCome() {
        RawServer edge = RawServer.keepingOpen("HTTP/1.1 413 Too Large\r\nContent-Length: 9\r\n\r\n");

        assertThat(edge.probe().announce(HttpProbe.API, "/", 5, Duration.ofSeconds(1)).summary())
                .isEqualTo("HTTP 413");
    }

    @Test
    void tellsThatAnAnnouncedBodyIsWanted() {
        RawServer edge = RawServer.keepingOpen("HTTP/1.1 100 Continue\r\n\r\n");

        assertThat(edge.probe().announce(HttpProbe.API, "/", 5, Duration.ofSeconds(10)).status()).isEqualTo(100);
    }

    /** The body is far more than the sockets' buffers hold, and nobody reads it before the answer. */
    @Test
    void readsAnAnswerThatComesBeforeTheBodyIsSent() {
        RawServer edge = new RawServer("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno");

        HttpReading reading = edge.probe().send(HttpRequestSpec.of("POST", HttpProbe.API, "/api/uploads")
                .body(new byte[30_000_000]).within(Duration.ofSeconds(20)));

        assertThat(reading.summary()).isEqualTo("HTTP 413");
        assertThat(reading.text()).isEqualTo("no");
    }

    @Test
    void readsChunksAndOverlooksInterimAnswers() {
        RawServer edge = new RawServer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n");

        HttpReading reading = edge.probe().get(HttpProbe.API, "/");

        assertThat(reading.text()).isEqualTo("Wiki0123456789");
        assertThat(reading.headers()).containsEntry("x-a", List.of("1", "2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nhalf | only 4 of 9 bytes came
            HTTP/1.1 200 OK\\r\\nContent-Le                        | closed within the answer
            SSH-2.0-OpenSSH\\r\\n                                  | this is not HTTP: SSH-2.0-OpenSSH
            HTTP/1.1 200 OK\\r\\nContent-Length: x\\r\\n\\r\\n     | not a length: x
            ''                                                     | closed without an answer
            """)
    void anAnswerThatBreaksOffIsNone(String answer, String cause) {
        RawServer edge = new RawServer(answer.replace("\\r", "\r").replace("\\n", "\n"));

        HttpReading reading = edge.probe().get(HttpProbe.API, "/");

        assertThat(reading.answered()).isFalse();
        assertThat(reading.cause()).isEqualTo("connection broken: " + cause);
    }

    @Test
    void sendsNoLineBreaksInHeaders() {
        assertThatThrownBy(() -> probe.send(HttpRequestSpec.get(HttpProbe.API, "/").header("X", "a\r\nY: b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Answers one request as told as soon as its head is there. */
    private static final class RawServer {

        private final ServerSocket socket;
        private final CompletableFuture<String> head;

        RawServer(String answer) {
            this(answer, false);
        }

        static RawServer keepingOpen(String answer) {
            return new RawServer(answer, true);
        }

        private RawServer(String answer, boolean open) {
            try {
                socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            head = CompletableFuture.supplyAsync(() -> serve(answer, open));
        }

        HttpProbe probe() {
            return new HttpProbe(URI.create("http://127.0.0.1:" + port()));
        }

        int port() {
            return socket.getLocalPort();
        }

        String head() {
            return head.join();
        }

        private String serve(String answer, boolean open) {
            try (socket; Socket connection = socket.accept()) {
                StringBuilder read = new StringBuilder();
                while (!read.toString().endsWith("\r\n\r\n")) {
                    read.append((char) connection.getInputStream().read());
                }
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                if (!open) {
                    connection.shutdownOutput();
                }
                // Until the other side has what it wants: closing at once would throw the answer away.
                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                return read.toString();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

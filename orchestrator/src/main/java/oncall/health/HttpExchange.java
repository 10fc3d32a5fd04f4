package oncall.health;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request over one connection. The JDK's client is no help here: it reuses connections, hides an
 * answer which comes while the body is still being sent, and cannot announce a body without sending it.
 */
final class HttpExchange {

    private static final int DEFAULT_PORT = 80;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** A customer's, so that a player who reads the logs cannot tell them apart. */
    private static final String USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64)";

    private final URI base;
    private final HttpRequestSpec spec;
    private final long contentLength;
    private final boolean headOnly;

    /** @param headOnly whether the body is announced but not sent */
    HttpExchange(URI base, HttpRequestSpec spec, long contentLength, boolean headOnly) {
        this.base = base;
        this.spec = spec;
        this.contentLength = contentLength;
        this.headOnly = headOnly;
    }

    HttpReading run() {
        long start = System.nanoTime();
        String limit = spec.timeout().toSeconds() + " s";
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(address(), Math.toIntExact(
                    Math.min(CONNECT_TIMEOUT.toMillis(), spec.timeout().toMillis())));
            byte[] head = head();
            if (headOnly || spec.body().length == 0) {
                socket.getOutputStream().write(head);
            } else {
                // Beside the reading: whoever does not read a body may have answered already.
                Thread writer = new Thread(() -> write(socket, head), "http-body");
                writer.setDaemon(true);
                writer.start();
            }
            HttpAnswer answer = HttpAnswer.read(
                    new DeadlineInput(socket, start + spec.timeout().toNanos()), spec.method(), headOnly);
            return new HttpReading(answer.status(), answer.headers(), answer.body(), since(start), "");
        } catch (SocketTimeoutException late) {
            return HttpReading.none("nothing within " + limit, since(start));
        } catch (ConnectException refused) {
            return HttpReading.none("connection refused", since(start));
        } catch (IOException broken) {
            return HttpReading.none("connection broken: " + broken.getMessage(), since(start));
        }
    }

    private void write(Socket socket, byte[] head) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head);
            out.write(spec.body());
        } catch (IOException notWanted) {
            // the answer, or its absence, tells more
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(base.getHost(), base.getPort() < 0 ? DEFAULT_PORT : base.getPort());
    }

    private byte[] head() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", base.getPort() < 0 ? spec.host() : spec.host() + ":" + base.getPort());
        headers.put("User-Agent", USER_AGENT);
        headers.put("Accept", "*/*");
        headers.put("Connection", "close");
        if (contentLength > 0 || spec.method().equals("POST") || spec.method().equals("PUT")) {
            headers.put("Content-Length", String.valueOf(contentLength));
        }
        spec.headers().forEach((name, value) -> {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
        });
        StringBuilder head = new StringBuilder(line(spec.method() + " " + spec.path() + " HTTP/1.1"));
        headers.forEach((name, value) -> head.append(line(name + ": " + value)));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line break within a request's line: " + text);
        }
        return text + "\r\n";
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

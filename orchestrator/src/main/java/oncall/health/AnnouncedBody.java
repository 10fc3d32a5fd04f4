package oncall.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A POST whose head is sent and whose body is not; the JDK's client cannot do that. "Expect: 100-continue"
 * makes also those answer at once who would take the body: with 100.
 */
final class AnnouncedBody {

    private static final int DEFAULT_PORT = 80;
    private static final int CONTINUE = 100;
    private static final int MOST_BODY = 64 * 1024;

    private AnnouncedBody() {}

    static HttpReading post(URI base, String hostHeader, String path, long contentLength, Duration patience) {
        long start = System.nanoTime();
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(patience.toMillis());
            socket.connect(new InetSocketAddress(
                    base.getHost(), base.getPort() < 0 ? DEFAULT_PORT : base.getPort()), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write("""
                    POST %s HTTP/1.1\r
                    Host: %s\r
                    Content-Type: application/octet-stream\r
                    Content-Length: %d\r
                    Expect: 100-continue\r
                    Connection: close\r
                    \r
                    """.formatted(path, hostHeader, contentLength).getBytes(StandardCharsets.US_ASCII));
            return read(socket.getInputStream(), start);
        } catch (SocketTimeoutException late) {
            return HttpReading.none("nothing within " + patience.toSeconds() + " s", HttpProbe.since(start));
        } catch (ConnectException refused) {
            return HttpReading.none("connection refused", HttpProbe.since(start));
        } catch (IOException broken) {
            return HttpReading.none("connection broken: " + broken.getMessage(), HttpProbe.since(start));
        }
    }

    private static HttpReading read(InputStream in, long start) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        String statusLine = reader.readLine();
        if (statusLine == null || !statusLine.matches("HTTP/1\\.[01] \\d{3}.*")) {
            return HttpReading.none("connection closed without an answer", HttpProbe.since(start));
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT),
                        List.of(line.substring(colon + 1).strip()));
            }
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        // After 100 nothing more comes: it is our turn.
        byte[] body = status == CONTINUE ? new byte[0] : body(reader, length(headers));
        return new HttpReading(status, headers, body, HttpProbe.since(start), "");
    }

    /** An answer without a usable length goes on until the connection ends. */
    private static int length(Map<String, List<String>> headers) {
        String length = headers.getOrDefault("content-length", List.of("")).get(0);
        return length.matches("\\d{1,9}") ? Math.min(MOST_BODY, Integer.parseInt(length)) : MOST_BODY;
    }

    /**
     * Best effort: an edge which refuses a body may reset the connection right after its answer. No further than
     * the answer's length: it may also keep the connection open for a while, for the body that does not come.
     */
    private static byte[] body(BufferedReader reader, int length) {
        StringBuilder body = new StringBuilder();
        char[] buffer = new char[4096];
        try {
            while (body.length() < length) {
                int n = reader.read(buffer, 0, Math.min(buffer.length, length - body.length()));
                if (n < 0) {
                    break;
                }
                body.append(buffer, 0, n);
            }
        } catch (IOException cut) {
            return body.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

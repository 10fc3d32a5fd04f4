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

/** A POST whose head is sent and whose body is not; the JDK's client cannot do that. */
final class AnnouncedBody {

    private static final int DEFAULT_PORT = 80;
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
        return new HttpReading(Integer.parseInt(statusLine.substring(9, 12)), headers, rest(reader),
                HttpProbe.since(start), "");
    }

    /** Best effort: an edge which refuses a body may reset the connection right after its answer. */
    private static byte[] rest(BufferedReader reader) {
        StringBuilder body = new StringBuilder();
        char[] buffer = new char[4096];
        try {
            for (int n = reader.read(buffer); n >= 0 && body.length() < MOST_BODY; n = reader.read(buffer)) {
                body.append(buffer, 0, n);
            }
        } catch (IOException cut) {
            return body.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

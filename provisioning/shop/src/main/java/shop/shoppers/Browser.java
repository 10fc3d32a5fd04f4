package shop.shoppers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Sends requests to the shop's edge as a browser of a shopper would. */
final class Browser {
    private static final int LONGEST_ANSWER_BYTES = 1024 * 1024;

    private final URI edge;
    private final String host;
    private final int timeoutMs;

    /**
     * @param edge where to connect
     * @param host the name that the shopper sees, sent as the Host header
     */
    Browser(URI edge, String host, Duration timeout) {
        // The JDK's client else refuses to send a Host of our choice, and repeats a POST that got no answer.
        System.setProperty("sun.net.http.allowRestrictedHeaders", "true");
        System.setProperty("sun.net.http.retryPost", "false");
        this.edge = edge;
        this.host = host;
        this.timeoutMs = (int) timeout.toMillis();
    }

    Answer get(String path) throws JourneyFailed {
        return send("GET", path, Map.of(), null);
    }

    Answer delete(String path) throws JourneyFailed {
        return send("DELETE", path, Map.of(), null);
    }

    Answer postJson(String path, String json) throws JourneyFailed {
        return send("POST", path, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, Map<String, String> headers, byte[] body) throws JourneyFailed {
        String request = method + " " + path;
        try {
            HttpURLConnection connection = (HttpURLConnection) edge.resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout(timeoutMs);
            connection.setReadTimeout(timeoutMs);
            connection.setRequestProperty("Host", host);
            connection.setRequestProperty("User-Agent", "shop-shoppers");
            headers.forEach(connection::setRequestProperty);
            if (body != null) {
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(body.length);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            int status = connection.getResponseCode();
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                byte[] answer = in == null ? new byte[0] : in.readNBytes(LONGEST_ANSWER_BYTES);
                return new Answer(request, status, new String(answer, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new JourneyFailed(request + " got no answer: " + e);
        }
    }
}

package oncall.health;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as a browser or a program would send it.
 *
 * @param host the name in the address bar, such as {@code api.localhost}
 * @param path with its query, already encoded
 * @param headers any, also those which a browser sets by itself, such as Origin
 * @param body empty for none
 * @param timeout for the whole exchange
 */
public record HttpRequestSpec(
        String method, String host, String path, Map<String, String> headers, byte[] body, Duration timeout) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    public HttpRequestSpec {
        headers = Map.copyOf(headers);
    }

    public static HttpRequestSpec of(String method, String host, String path) {
        return new HttpRequestSpec(method, host, path, Map.of(), new byte[0], DEFAULT_TIMEOUT);
    }

    public static HttpRequestSpec get(String host, String path) {
        return of("GET", host, path);
    }

    public static HttpRequestSpec postJson(String host, String path, String json) {
        return of("POST", host, path)
                .header("Content-Type", "application/json")
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    public HttpRequestSpec header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpRequestSpec(method, host, path, more, body, timeout);
    }

    public HttpRequestSpec body(byte[] bytes) {
        return new HttpRequestSpec(method, host, path, headers, bytes, timeout);
    }

    public HttpRequestSpec within(Duration limit) {
        return new HttpRequestSpec(method, host, path, headers, body, limit);
    }
}

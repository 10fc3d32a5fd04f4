package oncall.health;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends requests to the shop through the edge, as a customer's browser on the host would. The host's
 * resolver is not needed: the name in the address bar travels in the Host header.
 */
public final class HttpProbe {

    /** The shop's front end. */
    public static final String SHOP = "shop.localhost";

    /** The shop's back end, through the edge. */
    public static final String API = "api.localhost";

    static {
        // Read once, when the JDK's client is first used; Host and Origin could not be set otherwise.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,content-length,connection,origin");
    }

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param base where the edge is reached, such as {@code http://127.0.0.1:8080} */
    public HttpProbe(URI base) {
        this.base = base;
    }

    public HttpReading get(String host, String path) {
        return send(HttpRequestSpec.get(host, path));
    }

    /** Sends one request over a connection of its own and reads the whole answer. Redirects are not followed. */
    public HttpReading send(HttpRequestSpec spec) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(spec.path()))
                .timeout(spec.timeout())
                .method(spec.method(), spec.body().length == 0
                        ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(spec.body()))
                .setHeader("Host", hostHeader(spec.host()))
                // A pooled connection would not survive the restore of a snapshot or a reboot.
                .setHeader("Connection", "close");
        spec.headers().forEach(request::setHeader);
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new HttpReading(response.statusCode(), lowerCase(response.headers().map()), response.body(),
                    since(start), "");
        } catch (HttpTimeoutException late) {
            return HttpReading.none("nothing within " + spec.timeout().toSeconds() + " s", since(start));
        } catch (ConnectException refused) {
            return HttpReading.none("connection refused", since(start));
        } catch (IOException broken) {
            return HttpReading.none("connection broken: " + broken.getMessage(), since(start));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + spec.path(), interrupted);
        }
    }

    /**
     * Announces a body and sends none of it: what an edge which limits bodies refuses at once. Status 100 says
     * that the body is wanted.
     *
     * @param contentLength the announced size, in bytes
     * @param patience how long to wait for the answer; none within it is a reading without status
     */
    public HttpReading announce(String host, String path, long contentLength, Duration patience) {
        return AnnouncedBody.post(base, hostHeader(host), path, contentLength, patience);
    }

    private String hostHeader(String host) {
        return base.getPort() < 0 ? host : host + ":" + base.getPort();
    }

    private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
        Map<String, List<String>> result = new TreeMap<>();
        headers.forEach((name, values) -> result.put(name.toLowerCase(Locale.ROOT), values));
        return result;
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

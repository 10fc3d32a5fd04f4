package oncall.health;

import java.net.URI;
import java.time.Duration;

/**
 * Sends requests to the shop through the edge, as a customer's browser on the host would. The host's
 * resolver is not needed: the name in the address bar travels in the Host header.
 *
 * <p>Every request has a connection of its own. A pool would hand out connections which did not survive
 * the restore of a snapshot or a reboot, and the probe's own failure would look like the shop's.
 */
public final class HttpProbe {

    /** The shop's front end. */
    public static final String SHOP = "shop.localhost";

    /** The shop's back end, through the edge. */
    public static final String API = "api.localhost";

    private final URI base;

    /** @param base where the edge is reached, such as {@code http://127.0.0.1:8080} */
    public HttpProbe(URI base) {
        this.base = base;
    }

    /** What a customer types into a browser's address bar. */
    public URI address(String host, String path) {
        return URI.create("http://" + host + (base.getPort() < 0 ? "" : ":" + base.getPort()) + path);
    }

    public HttpReading get(String host, String path) {
        return send(HttpRequestSpec.get(host, path));
    }

    /**
     * Sends one request and reads the whole answer, also one that comes before all of the body was sent.
     * Redirects are not followed.
     */
    public HttpReading send(HttpRequestSpec spec) {
        return new HttpExchange(base, spec, spec.body().length, false).run();
    }

    /**
     * Announces a body and sends none of it: what an edge which limits bodies refuses at once. Status 100
     * says that the body is wanted.
     *
     * @param contentLength the announced size, in bytes
     * @param patience how long to wait for the answer; none within it is a reading without status
     */
    public HttpReading announce(String host, String path, long contentLength, Duration patience) {
        HttpRequestSpec spec = HttpRequestSpec.of("POST", host, path)
                .header("Content-Type", "application/octet-stream")
                // Makes also those answer at once who would take the body.
                .header("Expect", "100-continue").within(patience);
        return new HttpExchange(base, spec, contentLength, true).run();
    }
}

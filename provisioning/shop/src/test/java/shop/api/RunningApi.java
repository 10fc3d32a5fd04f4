package shop.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shop.observe.Metrics;

/** The real HTTP server on a free port of the loopback, over {@link InMemory}. */
final class RunningApi implements AutoCloseable {
    static final String ORIGIN = "http://shop.localhost:8080";
    static final int LIMIT_BYTES = 3000;

    static {
        // The JDK's client else refuses to send them; they are what a browser sends.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,content-length");
    }

    final InMemory memory = new InMemory();
    final Map<String, Readiness.Probe> probes = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiServer server;

    RunningApi(Path uploads, Path incoming) {
        this(uploads, incoming, List.of(ORIGIN));
    }

    RunningApi(Path uploads, Path incoming, List<String> origins) {
        probes.put("postgres", () -> {});
        ApiSettings settings = new ApiSettings(0, "8081", origins, uploads, incoming, LIMIT_BYTES, 10, 400, 8);
        server = new ApiServer(settings, memory.backing(), probes, Metrics.registry());
        server.start();
    }

    HttpResponse<String> get(String target, String... headers) throws IOException, InterruptedException {
        return send(request(target, headers).GET());
    }

    HttpResponse<String> post(String target, String body, String... headers) throws IOException, InterruptedException {
        return send(request(target, headers).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String target, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    @Override
    public void close() {
        server.close();
    }
}

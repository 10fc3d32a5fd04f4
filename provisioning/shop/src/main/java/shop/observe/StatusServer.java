package shop.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Health and metrics of the programs that have no HTTP API of their own. */
public final class StatusServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * @param ready state per dependency ("UP" or "DOWN"), asked for each request
     * @throws IOException if the port is taken
     */
    public StatusServer(int port, PrometheusMeterRegistry registry, Supplier<Map<String, String>> ready)
            throws IOException {
        server = HttpServer.create(new InetSocketAddress(port), 16);
        server.createContext("/metrics", exchange -> answer(exchange, 200, Metrics.CONTENT_TYPE, registry.scrape()));
        server.createContext("/health/live", exchange -> answer(exchange, 200, "application/json", "{\"status\":\"UP\"}"));
        server.createContext("/health/ready", exchange -> ready(exchange, ready.get()));
        // Two, so that metrics are read while readiness waits for a dependency that hangs.
        threads = Executors.newFixedThreadPool(2);
        server.setExecutor(threads);
        server.start();
    }

    private static void ready(HttpExchange exchange, Map<String, String> dependencies) throws IOException {
        boolean up = dependencies.values().stream().allMatch("UP"::equals);
        StringBuilder json = new StringBuilder("{\"status\":\"" + (up ? "UP" : "DOWN") + "\",\"dependencies\":{");
        String comma = "";
        for (Map.Entry<String, String> dependency : dependencies.entrySet()) {
            json.append(comma).append('"').append(dependency.getKey()).append("\":\"")
                    .append(dependency.getValue()).append('"');
            comma = ",";
        }
        answer(exchange, up ? 200 : 503, "application/json", json.append("}}").toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package oncall.checks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import oncall.grade.HealthyStage;

/** The shop's API in memory and its real pages, and what a test breaks of them. */
public final class FakeShop implements AutoCloseable {

    static final String BALANCED = """
            # pxname,svname,status,check_status,
            shop-api,app1,UP,L7OK,
            shop-api,app2,UP,L7OK,
            shop-api,BACKEND,UP,,
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path PAGES = Path.of("provisioning/shop/web");
    private static final String ORDER = "{\"id\":1,\"userId\":2,\"createdAt\":\"2026-01-31T10:00:00Z\","
            + "\"total\":9.5,\"status\":\"FULFILLED\"}";
    private static final String ORIGIN = "Origin";

    private final HttpServer server;
    private final AtomicInteger turns = new AtomicInteger();
    private volatile BinaryOperator<String> cors = (instance, origin) -> origin;
    private volatile String[] instances = {"8081", "8082"};
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger(900_000);
    final Map<String, String> users = new ConcurrentHashMap<>();
    final Map<String, byte[]> files = new ConcurrentHashMap<>();

    public FakeShop() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                serve(exchange);
            }
        });
        server.start();
    }

    public URI edge() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Has the machines answer what the stage's checks ask them, as they do when all is well. */
    public static void answerFor(HealthyStage stage) {
        stage.machine("proxy").on("show stat", BALANCED);
        stage.machine("app").on("unit=shop-worker|for unit in shop-worker",
                "unit=shop-worker\nActiveState=active\nSubState=running\nMainPID=7\nuser=shop\n");
        stage.machine("mysql").on("SET @start", "77\tC-000001\tPO-2026-0000001\t0000400077\n");
        stage.machine("postgres").on("DELETE FROM", "");
        stage.machine("ops").on("XREVRANGE", "");
    }

    /** From now on nothing is broken any more. */
    public void mend() {
        broken.clear();
    }

    /** From now on requests whose "METHOD /path?query" contains the words get this answer, as "status body". */
    public FakeShop breaking(String words, String answer) {
        broken.put(words, answer);
        return this;
    }

    /** From now on these take turns; an empty name for answers that are no back end's. */
    void servedBy(String... names) {
        instances = names;
    }

    /** Whom the API lets in, by the name of an instance and the origin that asks; empty for nobody. */
    FakeShop letting(BinaryOperator<String> rule) {
        cors = rule;
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean answered = asInstance(exchange, instances[turns.incrementAndGet() % instances.length]);
        if (answered) {
            return;
        }
        for (Map.Entry<String, String> rule : broken.entrySet()) {
            if (request.contains(rule.getKey())) {
                String[] answer = rule.getValue().split(" ", 2);
                send(exchange, Integer.parseInt(answer[0]), answer[1].getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        String path = exchange.getRequestURI().getPath();
        Optional<byte[]> page = page(exchange);
        if (page.isPresent()) {
            send(exchange, 200, page.get());
        } else if (path.startsWith("/api/uploads")) {
            uploads(exchange, body);
        } else if (request.equals("POST /api/users")) {
            String email = JSON.readTree(body).path("email").asText();
            users.put(email, String.valueOf(ids.incrementAndGet()));
            json(exchange, 201, Map.of("id", ids.get(), "email", email));
        } else if (request.equals("GET /api/users/today")) {
            json(exchange, 200, Map.of("date", "2026-01-31", "count", users.size(), "users", users.keySet().stream().map(email -> Map.of("email", email)).toList()));
        } else if (path.equals("/api/invoices")) {
            String sequence = exchange.getRequestURI().getQuery().replace("sequence=", "");
            json(exchange, 200, Map.of("count", 1, "invoices",
                    List.of(Map.of("id", 77, "sequenceNumber", sequence))));
        } else {
            send(exchange, 200, constant(request).getBytes(StandardCharsets.UTF_8), request.startsWith("POST"));
        }
    }

    /** Says what browsers want to hear; true for a preflight, which is answered by that alone. */
    private boolean asInstance(HttpExchange exchange, String instance) throws IOException {
        if (!instance.isEmpty()) {
            exchange.getResponseHeaders().set("X-Shop-Instance", instance);
        }
        String origin = exchange.getRequestHeaders().getFirst(ORIGIN);
        String allowed = origin == null ? "" : cors.apply(instance, origin);
        if (!allowed.isEmpty()) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", allowed);
            exchange.getResponseHeaders().set("Access-Control-Allow-Credentials", "true");
            exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, POST, DELETE");
            exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "Content-Type, X-File-Name");
        }
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            send(exchange, allowed.isEmpty() ? 403 : 204, new byte[0]);
            return true;
        }
        return false;
    }

    /** The front end's file of that path, for browsers, which ask by the shop's name. */
    private static Optional<byte[]> page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = PAGES.resolve(path.equals("/") ? "index.html" : path.substring(1));
        if (!Files.isRegularFile(file) || exchange.getRequestHeaders().getFirst("Sec-Fetch-Mode") == null) {
            return Optional.empty();
        }
        exchange.getResponseHeaders().set("Content-Type", path.endsWith(".js") ? "text/javascript"
                : path.endsWith(".css") ? "text/css" : path.endsWith(".svg") ? "image/svg+xml" : "text/html");
        return Optional.of(Files.readAllBytes(file));
    }

    private static String constant(String request) {
        return switch (request.replaceFirst("[?]visitor=.*", "")) {
            case "GET /" -> "<!doctype html><HTML><title>Shop</title></HTML>";
            case "GET /api/orders?page=1&size=10" -> "{\"total\":10,\"orders\":["
                    + String.join(",", Collections.nCopies(10, ORDER)) + "]}";
            case "GET /api/products" -> "{\"products\":[{\"sku\":\"SKU-1000\"}]}";
            case "POST /api/orders" -> "{\"id\":555,\"status\":\"PENDING\"}";
            case "GET /api/orders/555" -> "{\"id\":555,\"status\":\"FULFILLED\"}";
            case "GET /api/badge" -> "{\"text\":\"10% off\"}";
            default -> "{}";
        };
    }

    private void uploads(HttpExchange exchange, byte[] body) throws IOException {
        String id = exchange.getRequestURI().getPath().replaceFirst("/api/uploads/?", "");
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                String name = "file-" + ids.incrementAndGet();
                files.put(name, body);
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("id", name);
                answer.put("name", name);
                answer.put("size", body.length);
                answer.put("sha256", CustomerFile.sha256(body));
                json(exchange, 201, answer);
            }
            case "DELETE" -> send(exchange, files.remove(id) == null ? 404 : 204, new byte[0]);
            default -> send(exchange, files.containsKey(id) ? 200 : 404, files.getOrDefault(id, new byte[0]));
        }
    }

    private static void json(HttpExchange exchange, int status, Object answer) throws IOException {
        send(exchange, status, JSON.writeValueAsBytes(answer));
    }

    private static void send(HttpExchange exchange, int status, byte[] body, boolean created) throws IOException {
        send(exchange, created ? 201 : status, body);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}

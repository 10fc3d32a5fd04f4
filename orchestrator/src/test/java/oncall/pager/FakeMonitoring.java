package oncall.pager;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Prometheus and Alertmanager behind one port, with the rules and alerts that a test gives them. */
public final class FakeMonitoring implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> rules = new ConcurrentHashMap<>();
    /** What Alertmanager has, and what Prometheus has. */
    private final List<Map<String, Object>> delivered = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> firing = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> series = new CopyOnWriteArrayList<>();
    volatile boolean prometheusSilent;
    volatile boolean alertmanagerSilent;
    private volatile Instant evaluated;
    private volatile Instant started = Instant.now().minus(Duration.ofDays(1));
    private volatile Duration ahead = Duration.ZERO;
    private Duration between = Duration.ofSeconds(30);
    private final HttpServer server;

    public FakeMonitoring() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    public URI address() { return URI.create("http://127.0.0.1:" + server.getAddress().getPort()); }

    /** @param state inactive, pending or firing */
    public FakeMonitoring rule(String alert, String state) {
        rules.put(alert, state);
        return this;
    }

    public FakeMonitoring fires(String alert, String machine, Instant since) {
        Map<String, String> labels = Map.of("alertname", alert, "severity", "SEV2", "machine", machine);
        firing.add(Map.of("labels", labels, "state", "firing"));
        delivered.add(Map.of("labels", labels, "startsAt", since.toString(), "annotations",
            Map.of("summary", "Nothing goes on " + machine, "runbook", "docs/runbooks/" + alert + ".md")));
        return this;
    }

    public void nothingFires() {
        firing.clear();
        delivered.clear();
    }

    /** Prometheus and Alertmanager were restarted so long ago, and know of nothing that fires. */
    FakeMonitoring restarted(Duration ago) {
        nothingFires();
        started = Instant.now().plus(ahead).minus(ago);
        return this;
    }

    /** The stage's clock is not the host's. */
    FakeMonitoring ahead(Duration by) {
        ahead = by;
        return this;
    }

    /** As after a restart that lost its memory. */
    void alertmanagerForgets() { delivered.clear(); }

    /** Prometheus' record says that it fired, though nobody was told. */
    public void fired(String alert, String machine, Instant begin, Instant end) {
        List<List<Object>> values = new ArrayList<>();
        for (Instant at = begin; !at.isAfter(end); at = at.plusSeconds(15)) values.add(List.of(at.getEpochSecond(), "1"));
        series.add(Map.of("metric", Map.of("__name__", "ALERTS", "alertname", alert, "alertstate", "firing", "severity", "SEV2", "machine", machine), "values", values));
        rule(alert, "inactive");
    }

    /** What the shoppers have counted at every fifth minute, evenly in between; what is smaller began anew. */
    public FakeMonitoring counts(String journey, String outcome, Instant begin, int... values) {
        List<List<Object>> samples = new ArrayList<>();
        for (int minute = 0; minute <= 5 * (values.length - 1); minute++) {
            int from = values[minute / 5];
            int to = values[Math.min(minute / 5 + 1, values.length - 1)];
            samples.add(List.of(begin.getEpochSecond() + 60L * minute, Double.toString(to < from ? from : from + (to - from) * (minute % 5) / 5.0)));
        }
        series.add(Map.of("metric", Map.of("__name__", "shoppers_journeys_total", "journey", journey, "outcome", outcome), "values", samples));
        return this;
    }

    /** How far apart the scrapes of the journeys are that are given from now on; 30 s if nothing is said. */
    public void scrapes(Duration apart) { between = apart; }

    /** What the shoppers have counted of a journey at each scrape. */
    public FakeMonitoring journeys(String journey, String outcome, Instant begin, int... values) {
        List<List<Object>> samples = new ArrayList<>();
        for (int scrape = 0; scrape < values.length; scrape++) samples.add(List.of(begin.plus(between.multipliedBy(scrape)).toEpochMilli() / 1000.0, Integer.toString(values[scrape])));
        series.add(Map.of("metric", Map.of("__name__", "shoppers_journeys_total", "journey", journey, "outcome", outcome), "values", samples));
        return this;
    }

    /** Prometheus looks at its rules for the last time. */
    public void stopLooking() { stopLooking(Instant.now()); }

    public void stopLooking(Instant last) { evaluated = last; }

    @Override public void close() { server.stop(0); }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean ofAlertmanager = path.startsWith("/api/v2/");
        if (ofAlertmanager ? alertmanagerSilent : prometheusSilent) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        if (path.equals("/api/v1/query_range") && steps(exchange.getRequestURI().getQuery()) > 11_000) {
            // As the real one: exceeded maximum resolution.
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        byte[] body = JSON.writeValueAsBytes(switch (path) {
            case "/api/v1/rules" -> success(Map.of("groups", List.of(Map.of("name", "all", "rules", describedRules()))));
            case "/api/v1/alerts" -> success(Map.of("alerts", firing));
            case "/api/v1/query_range" -> success(Map.of("resultType", "matrix", "result", inSteps(exchange.getRequestURI().getQuery())));
            case "/api/v1/status/runtimeinfo" -> success(Map.of("startTime", started.toString()));
            case "/api/v1/query" -> exchange.getRequestURI().getQuery().equals("query=time()") ? success(Map.of("resultType", "scalar", "result", clock())) : success(Map.of("resultType", "matrix", "result", asked(range(exchange.getRequestURI().getQuery()))));
            case "/api/v2/alerts" -> delivered;
            default -> Map.of("status", "error");
        });
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private List<Object> clock() {
        double seconds = Instant.now().plus(ahead).toEpochMilli() / 1000.0;
        return List.of(seconds, Double.toString(seconds));
    }

    private static long steps(String query) {
        return (number(query, "end") - number(query, "start")) / number(query, "step");
    }

    private static long number(String query, String parameter) { return Long.parseLong(query.replaceFirst(".*&" + parameter + "=(\\d+).*", "$1")); }

    /** All samples of some seconds up to a moment. */
    private static String range(String query) {
        long end = Long.parseLong(query.replaceFirst(".*&time=(\\d+).*", "$1"));
        return query.replaceFirst("\\[.*", "") + "&start=" + (end - Long.parseLong(query.replaceFirst(".*\\[(\\d+)s].*", "$1"))) + "&end=" + end;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> asked(String query) {
        long start = Long.parseLong(query.replaceFirst(".*&start=(\\d+).*", "$1"));
        long end = Long.parseLong(query.replaceFirst(".*&end=(\\d+).*", "$1"));
        List<Map<String, Object>> found = new ArrayList<>();
        for (Map<String, Object> one : series) {
            Map<String, String> metric = (Map<String, String>) one.get("metric");
            if (!query.startsWith("query=" + metric.get("__name__"))) continue;
            found.add(Map.of("metric", metric, "values", ((List<List<Object>>) one.get("values")).stream()
                .filter(sample -> time(sample) >= start && time(sample) <= end).toList()));
        }
        return found;
    }

    /** Of a counter each step has the last sample before it; what was scraped after the last step is not in the answer. Alerts are evaluated at the steps. */
    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> inSteps(String query) {
        if (query.startsWith("query=ALERTS")) return asked(query);
        List<Map<String, Object>> found = new ArrayList<>();
        for (Map<String, Object> one : asked(query)) {
            List<List<Object>> samples = (List<List<Object>>) one.get("values");
            List<List<Object>> values = new ArrayList<>();
            for (long step = number(query, "start"); step <= number(query, "end"); step += number(query, "step")) {
                long at = step;
                samples.stream().filter(sample -> time(sample) <= at).reduce((older, newer) -> newer).ifPresent(sample -> values.add(List.of(at, sample.get(1))));
            }
            found.add(Map.of("metric", one.get("metric"), "values", values));
        }
        return found;
    }

    private static Map<String, Object> success(Object data) { return Map.of("status", "success", "data", data); }

    private List<Map<String, Object>> describedRules() {
        List<Map<String, Object>> described = new ArrayList<>();
        Instant looked = evaluated == null ? Instant.now() : evaluated;
        rules.forEach((name, state) -> described.add(Map.of("type", "alerting", "name", name, "state", state, "lastEvaluation", looked.toString(),
            "labels", Map.of("severity", "SEV2"), "annotations", Map.of("summary", "Nothing goes on {{ $labels.machine }}", "runbook", "docs/runbooks/" + name + ".md"))));
        return described;
    }

    /** When it was, in seconds since 1970. */
    private static double time(List<Object> sample) { return ((Number) sample.get(0)).doubleValue(); }
}

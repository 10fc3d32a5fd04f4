package shop.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import shop.observe.Metrics;

/** Health and metrics: for the load balancer, systemd and Prometheus. */
final class StatusRoutes {
    private final Readiness readiness;
    private final PrometheusMeterRegistry registry;

    StatusRoutes(Readiness readiness, PrometheusMeterRegistry registry) {
        this.readiness = readiness;
        this.registry = registry;
    }

    void register(Javalin app) {
        app.get("/health/live", ctx -> Json.answer(ctx, 200, Map.of("status", "UP")));
        app.get("/health/ready", this::ready);
        app.get("/metrics", ctx -> ctx.contentType(Metrics.CONTENT_TYPE).result(registry.scrape()));
    }

    private record Ready(String status, Map<String, String> dependencies) {}

    private void ready(Context ctx) {
        Map<String, String> states = readiness.states();
        boolean up = states.values().stream().allMatch("UP"::equals);
        Json.answer(ctx, up ? 200 : 503, new Ready(up ? "UP" : "DOWN", states));
    }
}

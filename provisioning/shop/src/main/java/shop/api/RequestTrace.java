package shop.api;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each request an id, and leaves one line in the log and one sample in the metrics for it. */
final class RequestTrace {
    private static final Logger log = LoggerFactory.getLogger("shop.request");
    private static final Pattern USABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String ID = "shop.requestId";
    private static final String CAUSE = "shop.cause";
    private static final String ROUTE = "shop.route";

    private final String instance;
    private final MeterRegistry registry;
    private final AtomicInteger running = new AtomicInteger();

    RequestTrace(String instance, MeterRegistry registry) {
        this.instance = instance;
        this.registry = registry;
    }

    void begin(Context ctx) {
        running.incrementAndGet();
        String given = ctx.header("X-Request-Id");
        String id = given != null && USABLE_ID.matcher(given).matches()
                ? given
                : String.format(Locale.ROOT, "%016x", ThreadLocalRandom.current().nextLong());
        ctx.attribute(ID, id);
        ctx.header("X-Request-Id", id);
        ctx.header("X-Shop-Instance", instance);
    }

    void matched(Context ctx) {
        ctx.attribute(ROUTE, ctx.endpointHandlerPath());
    }

    /** Notes why a request failed, for its line in the log. */
    static void cause(Context ctx, String cause) {
        ctx.attribute(CAUSE, cause);
    }

    static String id(Context ctx) {
        return ctx.attribute(ID);
    }

    void end(Context ctx, float milliseconds) {
        running.decrementAndGet();
        int status = ctx.statusCode();
        String route = ctx.attribute(ROUTE);
        registry.timer("http.server.requests", "method", ctx.req().getMethod(),
                        "path", route == null ? "none" : route, "status", Integer.toString(status))
                .record((long) (milliseconds * 1e6), TimeUnit.NANOSECONDS);
        String cause = ctx.attribute(CAUSE);
        String line = String.format(Locale.ROOT, "id=%s %s %s %d %.0fms%s", id(ctx), ctx.req().getMethod(), target(ctx),
                status, milliseconds, cause == null ? "" : " cause=\"" + cause + "\"");
        if (isProbe(ctx.path())) {
            // Several a second, and Readiness tells when its answer changes.
            log.debug(line);
        } else if (status >= 500) {
            log.error(line);
        } else {
            log.info(line);
        }
    }

    /** The target comes from outside: whatever could break the line or fill the log is left out. */
    private static String target(Context ctx) {
        String query = ctx.queryString();
        String target = (query == null ? ctx.path() : ctx.path() + "?" + query).replaceAll("[^\\x21-\\x7e]", "?");
        return target.length() <= 300 ? target : target.substring(0, 300) + "...";
    }

    private static boolean isProbe(String path) {
        return path.startsWith("/health/") || path.equals("/metrics");
    }

    int running() {
        return running.get();
    }
}

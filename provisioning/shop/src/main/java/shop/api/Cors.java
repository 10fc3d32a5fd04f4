package shop.api;

import io.javalin.http.Context;
import java.util.List;

/** Lets the front end, which has an origin of its own, call the API from a browser. */
final class Cors {
    private static final String METHODS = "GET, POST, DELETE";
    private static final String HEADERS = "Content-Type, X-File-Name, X-Request-Id";
    /** Seconds. */
    private static final String PREFLIGHT_AGE = "60";

    private final List<String> allowedOrigins;

    /** @param allowedOrigins as browsers send them (scheme, host and port), or "*" */
    Cors(List<String> allowedOrigins) {
        this.allowedOrigins = allowedOrigins;
    }

    void handle(Context ctx) {
        String origin = ctx.header("Origin");
        if (origin == null) {
            return;
        }
        boolean any = allowedOrigins.contains("*");
        boolean allowed = any || allowedOrigins.contains(origin);
        ctx.header("Vary", "Origin");
        if (allowed) {
            ctx.header("Access-Control-Allow-Origin", any ? "*" : origin);
            ctx.header("Access-Control-Allow-Credentials", "true");
            ctx.header("Access-Control-Expose-Headers", "X-Request-Id, X-Shop-Instance");
        }
        if (isPreflight(ctx)) {
            preflight(ctx, origin, allowed);
        }
    }

    private static boolean isPreflight(Context ctx) {
        return ctx.req().getMethod().equals("OPTIONS") && ctx.header("Access-Control-Request-Method") != null;
    }

    private static void preflight(Context ctx, String origin, boolean allowed) {
        ctx.skipRemainingHandlers();
        if (!allowed) {
            RequestTrace.cause(ctx, "origin " + origin + " is not allowed");
            Failures.answer(ctx, 403, "This origin may not use the API");
            return;
        }
        ctx.header("Access-Control-Allow-Methods", METHODS);
        ctx.header("Access-Control-Allow-Headers", HEADERS);
        ctx.header("Access-Control-Max-Age", PREFLIGHT_AGE);
        ctx.status(204);
    }
}

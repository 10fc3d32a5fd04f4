package shop.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;
import shop.observe.Causes;

/** Turns exceptions into answers: the client gets a plain sentence, the log the cause. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final String UNAVAILABLE = "The shop is temporarily not available, please try again";
    private static final String INTERNAL = "Something went wrong";

    private Failures() {}

    static void register(Javalin app) {
        app.exception(ApiError.class, (e, ctx) -> {
            RequestTrace.cause(ctx, e.getCause() == null ? e.getMessage() : Causes.of(e.getCause()));
            answer(ctx, e.status(), e.getMessage());
        });
        app.exception(HttpResponseException.class, (e, ctx) -> {
            String message = switch (e.getStatus()) {
                case 404 -> "There is nothing here";
                case 413 -> "The request is too large";
                default -> e.getMessage();
            };
            answer(ctx, e.getStatus(), message);
        });
        app.exception(SQLException.class, (e, ctx) -> {
            RequestTrace.cause(ctx, Causes.of(e));
            boolean unavailable = e instanceof SQLTransientException || isConnectionFailure(e.getSQLState());
            answer(ctx, unavailable ? 503 : 500, unavailable ? UNAVAILABLE : INTERNAL);
        });
        app.exception(JedisException.class, (e, ctx) -> {
            RequestTrace.cause(ctx, Causes.of(e));
            answer(ctx, 503, UNAVAILABLE);
        });
        app.exception(IOException.class, (e, ctx) -> {
            RequestTrace.cause(ctx, Causes.of(e));
            answer(ctx, 500, INTERNAL);
        });
        app.exception(Exception.class, (e, ctx) -> {
            log.error("id={} unexpected failure", RequestTrace.id(ctx), e);
            RequestTrace.cause(ctx, Causes.of(e));
            answer(ctx, 500, INTERNAL);
        });
    }

    /** Class 08 of the SQL standard, and class 57 of PostgreSQL (shut down, starting up). */
    private static boolean isConnectionFailure(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    static void answer(Context ctx, int status, String error) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("requestId", RequestTrace.id(ctx));
        Json.answer(ctx, status, body);
    }
}

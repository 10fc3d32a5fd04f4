package shop.api;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.javalin.http.Context;
import java.io.IOException;

/** JSON of requests and responses. */
final class Json {
    private static final Gson GSON = new GsonBuilder()
            .registerTypeHierarchyAdapter(java.time.temporal.Temporal.class, new AsText().nullSafe())
            .disableHtmlEscaping()
            .create();

    private Json() {}

    static void answer(Context ctx, int status, Object body) {
        ctx.status(status).contentType("application/json").result(GSON.toJson(body));
    }

    /** @throws ApiError 400 if the body is not JSON of this type */
    static <T> T body(Context ctx, Class<T> type) {
        try {
            T body = GSON.fromJson(ctx.body(), type);
            if (body == null) {
                throw new ApiError(400, "The request has no body");
            }
            return body;
        } catch (JsonParseException e) {
            throw new ApiError(400, "The request is not the expected JSON");
        }
    }

    /** Instants and dates in ISO 8601; requests have none. */
    private static final class AsText extends TypeAdapter<Object> {
        @Override
        public void write(JsonWriter out, Object value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public Object read(JsonReader in) {
            throw new JsonParseException("dates are not read");
        }
    }
}

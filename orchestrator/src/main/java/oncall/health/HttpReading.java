package oncall.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back. No answer is a reading too: it is what a customer sees.
 *
 * @param status the HTTP status; 0 where no answer came
 * @param headers by lower-case name
 * @param took from the request to the last byte, or to the failure
 * @param cause why no answer came; empty where one did
 */
public record HttpReading(
        int status, Map<String, List<String>> headers, byte[] body, Duration took, String cause) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static HttpReading none(String cause, Duration took) {
        return new HttpReading(0, Map.of(), new byte[0], took, cause);
    }

    /** Whether any HTTP answer came, whatever its status. */
    public boolean answered() {
        return status != 0;
    }

    /** Whether the status is 2xx. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; a missing node where it is none, so that a check fails on what it looks for. */
    public JsonNode json() {
        try {
            JsonNode node = JSON.readTree(text());
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** For messages: "HTTP 503", or "no answer (connection refused)". */
    public String summary() {
        return answered() ? "HTTP " + status : "no answer (" + cause + ")";
    }
}

package oncall.pager;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;

/** The stage's Prometheus. Each question throws {@link MonitoringSilent} where it does not answer. */
public final class Prometheus {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpProbe probe;
    private final Duration patience;

    /** @param address such as {@code http://127.0.0.1:9090} */
    public Prometheus(URI address) { this(address, PATIENCE); }

    Prometheus(URI address, Duration patience) {
        this.probe = new HttpProbe(address);
        this.patience = patience;
    }

    /** The state of the alert rule of that name; empty if there is no such rule. */
    public Optional<AlertState> state(String alert) {
        AlertState found = null;
        for (JsonNode group : data("/api/v1/rules?type=alert").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                if (!rule.path("name").asText().equals(alert)) continue;
                AlertState state = new AlertState(alert, named(rule.path("state").asText()), time(rule.path("lastEvaluation").asText()));
                if (found == null || state.state().compareTo(found.state()) > 0) found = state;
            }
        }
        return Optional.ofNullable(found);
    }

    JsonNode data(String path) {
        HttpReading reading = probe.send(HttpRequestSpec.get("127.0.0.1", path).within(patience));
        JsonNode answer = reading.json();
        if (reading.status() != 200 || !answer.path("status").asText().equals("success")) {
            throw new MonitoringSilent("Prometheus gives " + reading.summary());
        }
        return answer.path("data");
    }

    private static AlertState.State named(String text) {
        return switch (text) {
            case "firing" -> AlertState.State.FIRING;
            case "pending" -> AlertState.State.PENDING;
            default -> AlertState.State.INACTIVE;
        };
    }

    /** What is no time, such as that of a rule which was never looked at, is the epoch. */
    static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException never) {
            return Instant.EPOCH;
        }
    }
}

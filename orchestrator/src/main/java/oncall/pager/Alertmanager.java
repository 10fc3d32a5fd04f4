package oncall.pager;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;

/** The stage's Alertmanager. */
final class Alertmanager {
    private final HttpProbe probe;
    private final Duration patience;

    Alertmanager(URI address, Duration patience) {
        this.probe = new HttpProbe(address);
        this.patience = patience;
    }

    /**
     * What fires now, and is neither silenced nor part of something larger that fires.
     *
     * @throws MonitoringSilent where it does not answer
     */
    List<Alert> firing() {
        HttpReading reading = probe.send(HttpRequestSpec.get("127.0.0.1", "/api/v2/alerts?active=true&silenced=false&inhibited=false").within(patience));
        JsonNode answer = reading.json();
        if (reading.status() != 200 || !answer.isArray()) throw new MonitoringSilent("Alertmanager gives " + reading.summary());
        List<Alert> alerts = new ArrayList<>();
        answer.forEach(alert -> alerts.add(Alert.of(texts(alert.path("labels")), texts(alert.path("annotations")), Prometheus.time(alert.path("startsAt").asText()))));
        return alerts;
    }

    static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}

package oncall.pager;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;

/** The stage's Prometheus. Each question throws {@link MonitoringSilent} where it does not answer. */
public final class Prometheus {
    /** Of the record of alerts: how often Prometheus evaluates its rules. */
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** In so long a time the shoppers' counters were scraped at least once, every 15 s. */
    private static final Duration SCRAPED = Duration.ofMinutes(1);
    /** Prometheus refuses a question whose answer could have more, 11,000. That is 45 hours; it forgets after 48. */
    private static final int MOST_STEPS = 10_800;

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

    /** What fired at any time between two moments, as far as it is still on record. */
    public List<Alert> fired(Instant from, Instant to) { return firings(from, to).stream().map(Firing::alert).toList(); }

    /** When the alert rule that was looked at least recently was looked at; the epoch if there is none. */
    public Instant evaluated() {
        Instant oldest = null;
        for (JsonNode group : data("/api/v1/rules?type=alert").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                Instant at = time(rule.path("lastEvaluation").asText());
                oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
            }
        }
        return oldest == null ? Instant.EPOCH : oldest;
    }

    /** When each alert fired between two moments, as far as it is still on record. */
    List<Firing> firings(Instant from, Instant to) {
        JsonNode series = data(range("ALERTS{alertstate=\"firing\"}", from, to)).path("result");
        Map<String, Map<String, String>> annotations = series.isEmpty() ? Map.of() : annotations();
        List<Firing> firings = new ArrayList<>();
        for (JsonNode one : series) {
            Map<String, String> labels = Alertmanager.texts(one.path("metric"));
            Instant begin = null;
            Instant last = null;
            for (JsonNode sample : one.path("values")) {
                Instant at = Instant.ofEpochSecond(sample.path(0).asLong());
                if (last != null && Duration.between(last, at).compareTo(STEP.multipliedBy(2)) > 0) {
                    firings.add(new Firing(Alert.of(labels, annotations.getOrDefault(labels.get("alertname"), Map.of()), begin), last));
                    begin = null;
                }
                begin = begin == null ? at : begin;
                last = at;
            }
            if (last != null) firings.add(new Firing(Alert.of(labels, annotations.getOrDefault(labels.get("alertname"), Map.of()), begin), last));
        }
        return firings;
    }

    /** How the shoppers' journeys ended between two moments, by their names; whatever was counted before a restart of theirs included. */
    public Map<String, JourneyOutcomes> outcomes(Instant from, Instant to) {
        Map<String, JourneyOutcomes> counts = new TreeMap<>();
        for (JsonNode series : journeySeries(from.minus(SCRAPED), to)) {
            counts.merge(series.at("/metric/journey").asText(), JourneyOutcomes.of(series.at("/metric/outcome").asText(), increase(series.path("values"), from)),
                JourneyOutcomes::plus);
        }
        return counts;
    }

    /** How the shoppers' journeys went between two moments, by their names: an entry per scrape but the first, which may count what was before. */
    public Map<String, List<JourneyCount>> journeys(Instant from, Instant to) {
        Map<String, Map<Instant, JourneyCount>> counts = new TreeMap<>();
        for (JsonNode series : journeySeries(from, to)) {
            boolean failure = series.at("/metric/outcome").asText().equals("failure");
            Map<Instant, JourneyCount> ofJourney = counts.computeIfAbsent(series.at("/metric/journey").asText(), journey -> new TreeMap<>());
            double before = Double.NaN;
            for (JsonNode sample : series.path("values")) {
                Instant at = at(sample);
                if (at.isBefore(from)) continue;
                double value = Double.parseDouble(sample.path(1).asText());
                if (!Double.isNaN(before)) {
                    long more = Math.round(more(before, value));
                    ofJourney.merge(at, new JourneyCount(at, failure ? 0 : more, failure ? more : 0),
                        (one, other) -> new JourneyCount(at, one.good() + other.good(), one.failed() + other.failed()));
                }
                before = value;
            }
        }
        Map<String, List<JourneyCount>> journeys = new TreeMap<>();
        counts.forEach((journey, ofJourney) -> journeys.put(journey, List.copyOf(ofJourney.values())));
        return journeys;
    }

    /** Every scrape of the shoppers' counters, and no step of a question's own between them, which would leave out the last. */
    private JsonNode journeySeries(Instant from, Instant to) {
        String query = "shoppers_journeys_total[" + (Duration.between(from, to).toSeconds() + 1) + "s]";
        return data("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&time=" + to.getEpochSecond()).path("result");
    }

    private static String range(String query, Instant from, Instant to) {
        Instant earliest = to.minus(STEP.multipliedBy(MOST_STEPS));
        return "/api/v1/query_range?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&start=" + (from.isBefore(earliest) ? earliest : from).getEpochSecond()
            + "&end=" + to.getEpochSecond() + "&step=" + STEP.toSeconds();
    }

    /** A counter that became smaller began anew. */
    private static double more(double before, double now) { return now >= before ? now - before : now; }

    private static Instant at(JsonNode sample) { return Instant.ofEpochMilli(Math.round(sample.path(0).asDouble() * 1000)); }

    /** Since the last sample that is not after a moment, or the first one. */
    private static long increase(JsonNode samples, Instant from) {
        double sum = 0;
        double before = Double.NaN;
        for (JsonNode sample : samples) {
            double value = Double.parseDouble(sample.path(1).asText());
            if (!Double.isNaN(before) && at(sample).isAfter(from)) sum += more(before, value);
            before = value;
        }
        return Math.round(sum);
    }

    /** Names of the alerts that fire now, or are about to. */
    public Set<String> active() {
        Set<String> active = new TreeSet<>();
        data("/api/v1/alerts").path("alerts").forEach(alert -> active.add(alert.path("labels").path("alertname").asText()));
        return active;
    }

    /** Keys of the alerts that fire now. */
    Set<String> firing() {
        Set<String> firing = new HashSet<>();
        data("/api/v1/alerts").path("alerts").forEach(alert -> {
            if (alert.path("state").asText().equals("firing")) firing.add(Alert.of(Alertmanager.texts(alert.path("labels")), Map.of(), Instant.EPOCH).key());
        });
        return firing;
    }

    Uptime uptime() {
        Instant since = time(data("/api/v1/status/runtimeinfo").path("startTime").asText());
        double now = data("/api/v1/query?query=" + URLEncoder.encode("time()", StandardCharsets.UTF_8)).path("result").path(0).asDouble();
        return new Uptime(since, Instant.ofEpochMilli(Math.round(now * 1000)));
    }

    private Map<String, Map<String, String>> annotations() {
        Map<String, Map<String, String>> annotations = new HashMap<>();
        data("/api/v1/rules?type=alert").path("groups").forEach(group -> group.path("rules")
            .forEach(rule -> annotations.put(rule.path("name").asText(), Alertmanager.texts(rule.path("annotations")))));
        return annotations;
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

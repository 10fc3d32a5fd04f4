package oncall.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import oncall.pager.JourneyOutcomes;
import oncall.pager.Prometheus;

/**
 * What an incident cost customers while it was the player's, by what the shoppers measured; the time in which a mend was
 * judged, with its reboot, does not count.
 *
 * @param minutes how long it was
 */
public record ErrorBudget(double minutes, List<Journey> journeys) {
    /** Of all journeys of a month, the share that has to get to its end, and in time. */
    private static final Map<String, Double> OBJECTIVES =
        Map.of("checkout", 0.999, "upload", 0.995, "history", 0.995, "browse", 0.995, "search", 0.99, "badge", 0.95);
    private static final double USUAL_OBJECTIVE = 0.995;
    private static final double MINUTES_OF_A_MONTH = Duration.ofDays(30).toMinutes();
    /** So soon nobody has changed anything: what fails by then is the incident's. Each journey is made about three times. */
    private static final Duration UNTOUCHED = Duration.ofMinutes(3);
    /** After a reboot the judge is done when the shop is well, the shoppers a little later. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    /**
     * One journey of customers.
     *
     * @param burned share of a month's error budget, 1 for all of it
     * @param added  whether it was well when the incident was handed over, so that what failed later came with what was done
     */
    public record Journey(String name, JourneyOutcomes outcomes, double burned, boolean added) { }

    public ErrorBudget {
        journeys = List.copyOf(journeys);
    }

    /**
     * @param entries the journal, with an incident in play
     * @throws oncall.pager.MonitoringSilent where nobody can tell
     */
    static ErrorBudget of(List<JournalEntry> entries, Instant now, Prometheus prometheus) {
        List<Span> spans = spans(entries, now);
        if (spans.isEmpty()) return new ErrorBudget(0, List.of());
        Map<String, JourneyOutcomes> counts = new TreeMap<>();
        double minutes = 0;
        for (Span span : spans) {
            prometheus.outcomes(span.begin(), span.end()).forEach((journey, count) -> counts.merge(journey, count, JourneyOutcomes::plus));
            minutes += span.length().toSeconds() / 60.0;
        }
        Set<String> ailing = new HashSet<>();
        Instant begin = spans.get(0).begin();
        // A first look at what the judge says may come sooner than the shoppers.
        prometheus.outcomes(begin, earlier(begin.plus(UNTOUCHED), spans.get(spans.size() - 1).end())).forEach((journey, count) -> {
            if (count.bad() > 0) ailing.add(journey);
        });
        List<Journey> journeys = new ArrayList<>();
        for (Map.Entry<String, JourneyOutcomes> entry : counts.entrySet()) {
            double budget = MINUTES_OF_A_MONTH * (1 - OBJECTIVES.getOrDefault(entry.getKey(), USUAL_OBJECTIVE));
            double bad = entry.getValue().bad();
            journeys.add(new Journey(entry.getKey(), entry.getValue(), minutes * bad / budget, bad > 0 && !ailing.contains(entry.getKey())));
        }
        return new ErrorBudget(minutes, journeys);
    }

    /** From hand-over to judgement, and from each judgement to the next. */
    static List<Span> spans(List<JournalEntry> entries, Instant now) {
        List<Span> spans = new ArrayList<>();
        Instant begin = null;
        for (JournalEntry entry : entries) {
            if (entry.state() == LabState.PLAYING) {
                boolean handedOver = Play.isHandOver(entry);
                if (handedOver) spans.clear();
                begin = handedOver || !Play.mayHaveRebooted(entry) ? entry.at() : entry.at().plus(SETTLING);
            } else if (entry.state() == LabState.VERIFYING && begin != null) {
                if (begin.isBefore(entry.at())) spans.add(new Span(begin, entry.at()));
                // Where it was killed nothing tells its end.
                begin = entry.at().plus(SETTLING);
            }
        }
        if (begin != null && begin.isBefore(now) && spans.isEmpty()) spans.add(new Span(begin, now));
        return spans;
    }

    private static Instant earlier(Instant one, Instant other) { return one.isBefore(other) ? one : other; }
}

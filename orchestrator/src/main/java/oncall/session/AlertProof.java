package oncall.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import oncall.grade.Finding;
import oncall.grade.Judgement;
import oncall.grade.Outcome;
import oncall.pager.AlertState;
import oncall.pager.MonitoringSilent;
import oncall.pager.Prometheus;

/** Proves on the running stage that a level's alerts fire, or that they are over. */
final class AlertProof {
    /**
     * How long to wait.
     *
     * @param fire  at most until an alert fires: two failures of a shop that hangs, a scrape, and what the rule itself waits
     * @param over  at most until it is over
     * @param quiet how long it has to stay inactive before it is: two scrapes and an evaluation, since after a jump of the
     *              clocks an alert is silent for so long, whatever is wrong
     * @param pause between two looks; each is work for an emulated CPU
     */
    record Waits(Duration fire, Duration over, Duration quiet, Duration pause) {
        static final Waits USUAL = new Waits(Duration.ofMinutes(7), Duration.ofMinutes(7), Duration.ofSeconds(80), Duration.ofSeconds(3));
    }

    private final Prometheus prometheus;
    private final Waits waits;

    AlertProof(Prometheus prometheus, Waits waits) {
        this.prometheus = prometheus;
        this.waits = waits;
    }

    /** Waits until each of the alerts has fired. */
    Judgement fires(List<String> alerts) {
        return judge("alerts", "fires", alerts, waits.fire(), state -> state.state() == AlertState.State.FIRING);
    }

    /** Waits until all of the alerts have been inactive for a while, which Prometheus has looked at. */
    Judgement areOver(List<String> alerts) {
        Map<String, Instant> quietSince = new HashMap<>();
        return judge("alerts", "is over", alerts, waits.over(), state -> {
            if (state.state() != AlertState.State.INACTIVE) {
                quietSince.remove(state.alert());
                return false;
            }
            Instant since = quietSince.computeIfAbsent(state.alert(), alert -> Instant.now());
            return !Instant.now().isBefore(since.plus(waits.quiet())) && state.evaluated().isAfter(since);
        });
    }

    private Judgement judge(String phase, String verb, List<String> alerts, Duration limit, Predicate<AlertState> wanted) {
        Instant begin = Instant.now();
        Map<String, String> missing = new LinkedHashMap<>();
        Await.until(limit, waits.pause(), () -> {
            missing.clear();
            for (String alert : alerts) {
                String problem = problem(alert, wanted);
                if (!problem.isEmpty()) missing.put(alert, problem);
            }
            return String.join("; ", missing.values());
        });
        Duration took = Duration.between(begin, Instant.now());
        List<Finding> findings = new ArrayList<>();
        alerts.forEach(alert -> {
            String problem = missing.get(alert);
            findings.add(new Finding(alert + " " + verb, problem == null ? Outcome.PASS : Outcome.FAIL,
                problem == null ? "" : problem + " after " + took.toSeconds() + " s", took, false));
        });
        return new Judgement(phase, findings, true);
    }

    private String problem(String alert, Predicate<AlertState> wanted) {
        try {
            Optional<AlertState> state = prometheus.state(alert);
            if (state.isEmpty()) return "there is no rule for it";
            return wanted.test(state.get()) ? "" : "it is " + state.get().state().name().toLowerCase(Locale.ROOT);
        } catch (MonitoringSilent e) {
            return e.getMessage();
        }
    }
}

package oncall.session;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import oncall.pager.MonitoringSilent;
import oncall.pager.Prometheus;

/** Proves that nobody is paged while all is well: the healthy stage, just turned back, with nothing but its shoppers on it. */
final class QuietStage {
    static final String STAGE = "stage";
    /** Rules that were not looked at for so long say nothing. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final LabContext context;
    private final StageLifecycle lifecycle;
    private final Duration between;

    QuietStage(LabContext context, StageLifecycle lifecycle) { this(context, lifecycle, Duration.ofSeconds(15)); }

    /** @param between two looks */
    QuietStage(LabContext context, StageLifecycle lifecycle, Duration between) {
        this.context = context;
        this.lifecycle = lifecycle;
        this.between = between;
    }

    ContractPhase prove(Duration limit) {
        context.progress().say("— " + STAGE + ": quiet for " + limit.toMinutes() + " minutes, to be green");
        Instant begin = Instant.now();
        lifecycle.turnBack();
        Prometheus prometheus = context.prometheusApi();
        Instant healthy = Instant.now();
        context.progress().stage("Listening for alerts", () -> Await.until(limit, between, () -> {
            context.programs().check();
            try {
                return fired(prometheus, healthy).isEmpty() ? "the time is not over" : "";
            } catch (MonitoringSilent notNow) {
                return notNow.getMessage();
            }
        }));
        String outcome;
        String detail;
        try {
            String fired = fired(prometheus, healthy);
            boolean looked = prometheus.evaluated().plus(STALE).isAfter(Instant.now());
            outcome = !fired.isEmpty() ? "red" : looked ? "green" : "could not grade";
            detail = !fired.isEmpty() ? "fired: " + fired : looked ? "" : "Prometheus has not looked at all of its rules lately";
        } catch (MonitoringSilent e) {
            outcome = "could not grade";
            detail = e.getMessage();
        }
        context.progress().say("  %s%s".formatted(outcome, detail.isEmpty() ? "" : " — " + detail));
        return new ContractPhase(STAGE, 0, 1, "quiet", "green", outcome, Duration.between(begin, Instant.now()).toMillis() / 1000.0, detail);
    }

    private static String fired(Prometheus prometheus, Instant from) {
        return prometheus.fired(from, Instant.now()).stream().map(alert -> alert.name() + " (" + alert.summary() + ")").distinct().collect(Collectors.joining(", "));
    }
}

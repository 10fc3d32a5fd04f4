package shop.shoppers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks one journey after the other, and counts how they went. */
final class Crowd {
    private static final Logger log = LoggerFactory.getLogger(Crowd.class);

    enum Outcome { SUCCESS, SLOW, FAILURE }

    @FunctionalInterface
    interface Pause {
        void sleep() throws InterruptedException;
    }

    private final Journeys journeys;
    private final Pause pause;
    private final Duration slow;
    private final Map<String, Timer> durations = new HashMap<>();
    private final Map<String, Map<Outcome, Counter>> outcomes = new HashMap<>();
    private final Map<String, Map<Outcome, Counter>> requests = new HashMap<>();

    /** @param slow a journey with a step that takes longer is counted as slow */
    Crowd(Journeys journeys, Pause pause, Duration slow, MeterRegistry registry) {
        this.journeys = journeys;
        this.pause = pause;
        this.slow = slow;
        for (String name : Journeys.NAMES) {
            durations.put(name, registry.timer("shoppers.step.duration", "journey", name));
            outcomes.put(name, counters("shoppers.journeys", name, registry));
            requests.put(name, counters("shoppers.requests", name, registry));
        }
    }

    /** All from the beginning, at zero: what is counted for the first time would be no increase. */
    private static Map<Outcome, Counter> counters(String metric, String journey, MeterRegistry registry) {
        Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counters.put(outcome, registry.counter(metric, "journey", journey, "outcome",
                    outcome.name().toLowerCase(Locale.ROOT)));
        }
        return counters;
    }

    /** Each kind of journey once. */
    void round() throws InterruptedException {
        for (String name : Journeys.NAMES) {
            Outcome outcome = walk(journeys.byName(name));
            outcomes.get(name).get(outcome).increment();
        }
    }

    private Outcome walk(Journey journey) throws InterruptedException {
        Outcome worst = Outcome.SUCCESS;
        for (Journey.Step step : journey.steps()) {
            if (step.needless()) {
                continue;
            }
            pause.sleep();
            Outcome outcome = walk(journey.name(), step);
            requests.get(journey.name()).get(outcome).increment();
            if (outcome == Outcome.FAILURE) {
                return outcome;
            }
            worst = outcome == Outcome.SLOW ? outcome : worst;
        }
        return worst;
    }

    private Outcome walk(String journey, Journey.Step step) {
        long begin = System.nanoTime();
        boolean failed = false;
        try {
            step.run();
        } catch (JourneyFailed e) {
            log.warn("{}: {}", journey, e.getMessage());
            failed = true;
        } catch (RuntimeException e) {
            log.warn("{}: unexpected answer: {}", journey, e.toString());
            failed = true;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        durations.get(journey).record(took);
        return failed ? Outcome.FAILURE : took.compareTo(slow) > 0 ? Outcome.SLOW : Outcome.SUCCESS;
    }
}

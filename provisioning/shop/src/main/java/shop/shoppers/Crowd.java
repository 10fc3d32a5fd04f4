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

    /** @param slow a journey with a step that takes longer is counted as slow */
    Crowd(Journeys journeys, Pause pause, Duration slow, MeterRegistry registry) {
        this.journeys = journeys;
        this.pause = pause;
        this.slow = slow;
        for (String name : Journeys.NAMES) {
            durations.put(name, registry.timer("shoppers.step.duration", "journey", name));
            Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                counters.put(outcome, registry.counter("shoppers.journeys", "journey", name, "outcome",
                        outcome.name().toLowerCase(Locale.ROOT)));
            }
            outcomes.put(name, counters);
        }
    }

    /** Each kind of journey once. */
    void round() throws InterruptedException {
        for (String name : Journeys.NAMES) {
            Outcome outcome = walk(journeys.byName(name));
            outcomes.get(name).get(outcome).increment();
        }
    }

    private Outcome walk(Journey journey) throws InterruptedException {
        Outcome outcome = Outcome.SUCCESS;
        for (Journey.Step step : journey.steps()) {
            pause.sleep();
            long begin = System.nanoTime();
            try {
                step.run();
            } catch (JourneyFailed e) {
                log.warn("{}: {}", journey.name(), e.getMessage());
                return Outcome.FAILURE;
            } catch (RuntimeException e) {
                log.warn("{}: unexpected answer: {}", journey.name(), e.toString());
                return Outcome.FAILURE;
            } finally {
                durations.get(journey.name()).record(Duration.ofNanos(System.nanoTime() - begin));
            }
            if (System.nanoTime() - begin > slow.toNanos()) {
                outcome = Outcome.SLOW;
            }
        }
        return outcome;
    }
}

package oncall.checks;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import oncall.health.UnitStatus;
import oncall.remote.Remote;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A service that was watched for a while. One that ends at once each time looks well in the moments in which it was just
 * started: what tells is that the service manager goes on starting it.
 */
record ServiceWatch(UnitStatus first, UnitStatus last) {

    /** Several times what a service manager usually waits before it starts something again, slow machines included. */
    static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int LOOKS = 5;

    /**
     * Whether it goes on as it is: runs, rests, or is not there. Watched again where it does not: one end may be that of
     * the mend itself, and nothing which works ends twice.
     */
    static boolean staysAsItIs(Remote machine, String unit, Duration window) {
        return Stream.generate(() -> over(machine, unit, window)).limit(2).anyMatch(watch -> !watch.ended());
    }

    private static ServiceWatch over(Remote machine, String unit, Duration window) {
        UnitStatus first = look(machine, unit);
        AtomicReference<UnitStatus> last = new AtomicReference<>(first);
        if (!rests(first)) {
            try {
                Duration pause = window.dividedBy(LOOKS);
                Awaitility.await().pollInSameThread().pollDelay(pause).pollInterval(pause).atMost(window).until(() -> {
                    last.set(look(machine, unit));
                    return new ServiceWatch(first, last.get()).isOver();
                });
            } catch (ConditionTimeoutException asItWas) {
                // The last look tells.
            }
        }
        return new ServiceWatch(first, last.get());
    }

    private static UnitStatus look(Remote machine, String unit) {
        return UnitStatus.parse(machine.output(UnitStatus.COMMAND + unit)).get(0);
    }

    private static boolean rests(UnitStatus unit) {
        return !unit.load().equals("loaded") || unit.active().equals("inactive") && !isBetween(unit);
    }

    /** Whether it has ended and is to be started again; newer service managers have several words for that. */
    private static boolean isBetween(UnitStatus unit) {
        return unit.sub().contains("auto-restart");
    }

    /** Whether more looks would tell nothing new. */
    private boolean isOver() {
        return restarted() || rests(last) || last.sub().equals("failed");
    }

    private boolean ended() {
        return restarted() || !rests(last) && (last.active().equals("failed") || isBetween(last));
    }

    /** Whoever starts it by hand begins the count anew. */
    private boolean restarted() {
        return last.restarts() > first.restarts();
    }
}

package oncall.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Tells a VM that hangs from one that is slow, or that does not let us in: it does nothing at all that its host could see. */
final class HangWatch {
    // Longer than the minute and a half for which systemd waits for a device, or for a service to stop.
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Supplier<String> activity;
    private final InstantSource clock;
    private String last = "";
    private Instant since;

    /** @param activity what the VM did so far, as text that changes with all it does; empty unless it runs */
    HangWatch(Supplier<String> activity, InstantSource clock) {
        this.activity = activity;
        this.clock = clock;
    }

    /** Looks again. Looks at least every minute are expected. */
    boolean hangs() {
        String now = activity.get();
        Instant at = clock.instant();
        if (now.isEmpty() || !now.equals(last)) {
            last = now;
            since = at;
        }
        return Duration.between(since, at).compareTo(SILENCE) >= 0;
    }
}

package oncall.session;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import oncall.process.Cancelled;
import oncall.remote.RemoteUnreachable;

/** Waits for conditions inside the VMs. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private Await() { }

    /**
     * Asks until there is nothing left to wait for, a machine that does not answer included.
     *
     * @param missing what is still awaited; empty when all is there
     * @return what is still missing when the time is over; empty when all came in time
     */
    static String until(Duration limit, Supplier<String> missing) { return until(limit, PAUSE, missing); }

    /** The same for what is not to be asked too often. */
    static String until(Duration limit, Duration between, Supplier<String> missing) {
        Instant deadline = Instant.now().plus(limit);
        while (true) {
            String still;
            try {
                still = missing.get();
            } catch (RemoteUnreachable e) {
                still = e.getMessage();
            }
            if (still.isEmpty() || !Instant.now().isBefore(deadline)) return still;
            pause(between);
        }
    }

    private static void pause(Duration between) {
        try {
            Thread.sleep(between.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled(e);
        }
    }
}

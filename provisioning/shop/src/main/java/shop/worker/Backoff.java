package shop.worker;

import java.time.Duration;

/** Waiting times after failures in a row: 1, 2, 4, 8 and then 15 seconds. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Duration next = Duration.ofSeconds(1);

    Duration next() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    void reset() {
        next = Duration.ofSeconds(1);
    }
}

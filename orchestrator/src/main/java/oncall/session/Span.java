package oncall.session;

import java.time.Duration;
import java.time.Instant;

/** From one moment to a later one. */
record Span(Instant begin, Instant end) {
    Duration length() { return Duration.between(begin, end); }
}

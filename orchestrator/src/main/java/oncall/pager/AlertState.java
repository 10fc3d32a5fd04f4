package oncall.pager;

import java.time.Instant;

/**
 * What Prometheus makes of one alert rule, over all that it watches.
 *
 * @param evaluated when it last looked, by its own clock; the epoch if never
 */
public record AlertState(String alert, State state, Instant evaluated) {
    /** In the order in which an alert passes through them. */
    public enum State { INACTIVE, PENDING, FIRING }
}

package oncall.pager;

import java.time.Instant;

/**
 * A time during which an alert fired without a break, by Prometheus' own record.
 *
 * @param last when it was last seen to fire
 */
record Firing(Alert alert, Instant last) { }

package oncall.pager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long Prometheus has been running, by its own clock.
 *
 * @param since when it started; later than now where its clock was put back, which says nothing about how long that is
 */
record Uptime(Instant since, Instant now) {
    /** A rule looks on for up to two minutes before its alert fires, and is looked at every 15 s. */
    private static final Duration SETTLING = Duration.ofMinutes(3);
    /** Between what was last on record and what is so again. A machine that reboots is away for longer, but the record holds on for five minutes. */
    private static final Duration INTERRUPTION = Duration.ofMinutes(5);

    /** Whether what fires may not have had the time to do so. */
    boolean settling() { return startedBefore(now); }

    private boolean startedBefore(Instant at) { return !at.isBefore(since) && at.isBefore(since.plus(SETTLING)); }

    /** What fired before a restart and right after it fired all the time; oldest first. */
    List<Firing> whole(List<Firing> firings) {
        List<Firing> whole = new ArrayList<>();
        for (Firing firing : firings.stream().sorted(Comparator.comparing((Firing one) -> one.alert().since())).toList()) {
            Firing before = whole.stream().filter(one -> interrupted(one, firing)).findFirst().orElse(null);
            if (before == null) whole.add(firing);
            else whole.set(whole.indexOf(before), new Firing(before.alert(), firing.last()));
        }
        return whole;
    }

    private boolean interrupted(Firing before, Firing after) {
        Instant begin = after.alert().since();
        return before.alert().key().equals(after.alert().key()) && startedBefore(begin) && before.last().plus(INTERRUPTION).isAfter(begin);
    }
}

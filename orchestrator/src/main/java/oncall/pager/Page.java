package oncall.pager;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What somebody on call was told, and what came of it.
 *
 * @param number       from 1, within an incident's folder
 * @param paged        when it reached the pager, which may be later than the alert
 * @param times        how often it fired, with short times in between or with nobody told of its end
 * @param again        when it fired last; null if it did so once
 * @param over         since when the monitoring no longer sees it; null while it does
 * @param acknowledged when somebody took it on; null if nobody has
 * @param resolved     when somebody said that it is mended; null if nobody has since it fired last
 * @param declared     how bad it is by whoever is on call, such as {@code SEV2}; null if nobody has said so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page(int number, Alert alert, Instant paged, int times, Instant again, Instant over, Instant acknowledged, Instant resolved, String declared) {
    /** What fires again so soon was not over yet. */
    private static final Duration FLAPPING = Duration.ofMinutes(5);

    Page(int number, Alert alert, Instant paged) { this(number, alert, paged, 1, null, null, null, null, null); }

    /** Whether there is something left to be done about it. */
    public boolean open() { return over == null && resolved == null; }

    /** Whether the monitoring, and not a person, said so. */
    public boolean byMonitor() { return !alert.name().equals(Alert.COMPLAINT); }

    /** When it began to fire, the last time that it did. */
    Instant began() { return again == null ? alert.since() : again; }

    /**
     * Whether what fires again does so under this page, which is over.
     *
     * @param untold the pages of whose end nobody was told: to whoever has such a page it is one thing
     */
    boolean takes(Alert again, List<Page> untold) { return isIn(untold) || over.plus(FLAPPING).isAfter(again.since()); }

    boolean isIn(List<Page> pages) { return pages.stream().anyMatch(page -> page.number() == number); }

    Page with(PagerEvent event) {
        return switch (event.kind()) {
            // Whoever said that it is mended was wrong, unless that was said after what is told of late.
            case AGAIN -> new Page(number, alert, paged, times + 1, event.at(), null, acknowledged, resolved == null || resolved.isBefore(event.at()) ? null : resolved, declared);
            case OVER -> new Page(number, alert, paged, times, again, event.at(), acknowledged, resolved, declared);
            case ACKNOWLEDGED -> new Page(number, alert, paged, times, again, over, acknowledged == null ? event.at() : acknowledged, resolved, declared);
            case RESOLVED -> new Page(number, alert, paged, times, again, over, acknowledged, event.at(), declared);
            case DECLARED -> new Page(number, alert, paged, times, again, over, acknowledged, resolved, event.note());
            default -> this;
        };
    }
}

package oncall.pager;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What somebody on call was told, and what came of it.
 *
 * @param number       from 1, within an incident's folder
 * @param paged        when it reached the pager, which may be later than the alert
 * @param times        how often it fired, with short times in between
 * @param over         since when the monitoring no longer sees it; null while it does
 * @param acknowledged when somebody took it on; null if nobody has
 * @param resolved     when somebody said that it is mended; null if nobody has since it fired last
 * @param declared     how bad it is by whoever is on call, such as {@code SEV2}; null if nobody has said so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page(int number, Alert alert, Instant paged, int times, Instant over, Instant acknowledged, Instant resolved, String declared) {
    Page(int number, Alert alert, Instant paged) { this(number, alert, paged, 1, null, null, null, null); }

    /** Whether there is something left to be done about it. */
    public boolean open() { return over == null && resolved == null; }

    /** Whether the monitoring, and not a person, said so. */
    public boolean byMonitor() { return !alert.name().equals(Alert.COMPLAINT); }

    Page with(PagerEvent event) {
        return switch (event.kind()) {
            // Whoever said that it is mended was wrong.
            case AGAIN -> new Page(number, alert, paged, times + 1, null, acknowledged, null, declared);
            case OVER -> new Page(number, alert, paged, times, event.at(), acknowledged, resolved, declared);
            case ACKNOWLEDGED -> new Page(number, alert, paged, times, over, acknowledged == null ? event.at() : acknowledged, resolved, declared);
            case RESOLVED -> new Page(number, alert, paged, times, over, acknowledged, event.at(), declared);
            case DECLARED -> new Page(number, alert, paged, times, over, acknowledged, resolved, event.note());
            default -> this;
        };
    }
}

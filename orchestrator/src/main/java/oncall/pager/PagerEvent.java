package oncall.pager;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Something that happened on the pager, one line of its log.
 *
 * @param at    when, by the host's clock; by the stage's where the monitoring tells it
 * @param page  number of the page it is about; 0 for none
 * @param alert what is paged for, with {@link Kind#FIRED}; else null
 * @param note  more about it; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PagerEvent(Instant at, Kind kind, int page, Alert alert, String note) {
    public enum Kind {
        /** The incident begins, for the first time or from the start. */
        HANDED_OVER,
        /** A page for something that did not fire before. */
        FIRED,
        /** It was over for a short time only, or nobody was told that it was; no page of its own. */
        AGAIN,
        /** The monitoring no longer sees it. */
        OVER,
        /** Somebody has taken it on. */
        ACKNOWLEDGED,
        /** Somebody says that it is mended. */
        RESOLVED,
        /** Somebody says how bad it is; the note is the severity. */
        DECLARED,
        /** The monitoring does not answer: nobody is paged, whatever happens. */
        SILENT,
        /** It answers again. */
        HEARD
    }

    static PagerEvent of(Instant at, Kind kind, int page) { return new PagerEvent(at, kind, page, null, null); }
}

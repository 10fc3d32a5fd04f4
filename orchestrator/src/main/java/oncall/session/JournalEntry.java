package oncall.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One change of the lab's state, or the attempt at one.
 *
 * @param at     when it was written
 * @param pid    of the orchestrator that wrote it
 * @param level  level concerned; null for none
 * @param seed   its seed number; null for none
 * @param detail more about it, or null
 * @param from   folder of levels, outside the clone, that the level came from; null for the clone's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JournalEntry(Instant at, long pid, LabState state, String level, Long seed, String detail, String from) {
    static final JournalEntry NONE = new JournalEntry(Instant.EPOCH, 0, LabState.ABSENT, null, null, null, null);
}

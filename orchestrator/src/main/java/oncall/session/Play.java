package oncall.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A level that was handed over to the player.
 *
 * @param since  when
 * @param report where the player writes the incident report
 * @param fixed  whether the last verdict said so
 * @param from   folder of levels, outside the clone, that it came from; null for the clone's own
 */
public record Play(String level, long seed, Instant since, Path report, boolean fixed, Path from) {
    private static final String REPORT = "report=";
    private static final String VERDICT = "verdict=";
    /** In place of a verdict's status. */
    static final String QUICK_LOOK = "quick look";

    static String handedOver(Path report) { return REPORT + report; }

    /** Whether this is where an incident began, and not where it goes on after a judgement. */
    static boolean isHandOver(JournalEntry entry) { return entry.state() == LabState.PLAYING && entry.detail() != null && entry.detail().startsWith(REPORT); }

    static String judged(String status) { return VERDICT + status; }

    /** Whether the player goes on after a look that rebooted nothing. */
    static boolean isQuickLook(JournalEntry entry) { return entry.state() == LabState.PLAYING && judged(QUICK_LOOK).equals(entry.detail()); }

    /** What is in play by the journal, also while it is being judged. */
    static Optional<Play> of(List<JournalEntry> entries) {
        if (entries.isEmpty() || !entries.get(entries.size() - 1).state().inPlay()) return Optional.empty();
        boolean fixed = false;
        for (int i = entries.size() - 1; i >= 0; i--) {
            JournalEntry entry = entries.get(i);
            String detail = entry.detail() == null ? "" : entry.detail();
            if (detail.startsWith(VERDICT) && i == entries.size() - 1) fixed = detail.equals(judged("FIXED"));
            if (isHandOver(entry)) {
                return Optional.of(new Play(entry.level(), entry.seed(), entry.at(), Path.of(detail.substring(REPORT.length())), fixed,
                    entry.from() == null ? null : Path.of(entry.from())));
            }
        }
        return Optional.empty();
    }
}

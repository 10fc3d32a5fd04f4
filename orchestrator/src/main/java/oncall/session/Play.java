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
    private static final String REBOOTED = " after a reboot";
    /** The status of a verdict that could not be given, or was never reached. */
    static final String UNKNOWN = "COULD_NOT_GRADE";
    /** In place of a verdict's status: a look that does not count. */
    static final String QUICK_LOOK = "quick look";

    static String handedOver(Path report) { return REPORT + report; }

    /** Whether this is where an incident began, and not where it goes on after a judgement. */
    static boolean isHandOver(JournalEntry entry) { return entry.state() == LabState.PLAYING && entry.detail() != null && entry.detail().startsWith(REPORT); }

    /**
     * @param status   the verdict's, or {@link #QUICK_LOOK}
     * @param rebooted whether the judge was content with what it saw first, and rebooted
     */
    static String judged(String status, boolean rebooted) { return VERDICT + status + (rebooted ? REBOOTED : ""); }

    /** The last verdict's status where the player goes on after a judgement; else empty. */
    static Optional<String> status(JournalEntry entry) {
        if (entry.state() != LabState.PLAYING || entry.detail() == null || !entry.detail().startsWith(VERDICT)) return Optional.empty();
        return Optional.of(entry.detail().substring(VERDICT.length()).replace(REBOOTED, ""));
    }

    static boolean isFixed(JournalEntry entry) { return status(entry).filter("FIXED"::equals).isPresent(); }

    /** Whether a judgement was content with what it saw first; what it saw after its reboot may be another matter. */
    static boolean passedAtFirst(JournalEntry entry) { return isFixed(entry) || rebooted(entry); }

    /** Whether machines may have been rebooted for a judgement: of one that broke off nobody knows. */
    static boolean mayHaveRebooted(JournalEntry entry) { return status(entry).filter(UNKNOWN::equals).isPresent() || rebooted(entry); }

    private static boolean rebooted(JournalEntry entry) { return status(entry).isPresent() && entry.detail().endsWith(REBOOTED); }

    /** What is in play by the journal, also while it is being judged. */
    static Optional<Play> of(List<JournalEntry> entries) {
        if (entries.isEmpty() || !entries.get(entries.size() - 1).state().inPlay()) return Optional.empty();
        boolean fixed = isFixed(entries.get(entries.size() - 1));
        for (int i = entries.size() - 1; i >= 0; i--) {
            JournalEntry entry = entries.get(i);
            if (isHandOver(entry)) {
                return Optional.of(new Play(entry.level(), entry.seed(), entry.at(), Path.of(entry.detail().substring(REPORT.length())), fixed,
                    entry.from() == null ? null : Path.of(entry.from())));
            }
        }
        return Optional.empty();
    }
}

package oncall.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was played on this host so far, by the journal. */
public final class History {
    private final List<String> played = new ArrayList<>();
    private final Set<String> fixed = new HashSet<>();

    History(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry.state() != LabState.PLAYING || entry.level() == null) continue;
            // A reset hands the same incident over again; that is not a second game.
            if (played.isEmpty() || !played.get(played.size() - 1).equals(entry.level())) played.add(entry.level());
            if (Play.isFixed(entry)) fixed.add(entry.level());
        }
    }

    /** Ids in the order in which they were played. */
    public List<String> played() { return List.copyOf(played); }

    public boolean wasFixed(String level) { return fixed.contains(level); }
}

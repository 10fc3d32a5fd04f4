package oncall.level;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with manifests, so that an author hears of everything at once. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    /** Notes a problem which belongs to a whole file or folder. */
    public void add(Path file, String what) {
        found.add(file + ": " + what);
    }

    /** Notes a problem of one field. */
    public void add(Path file, int line, String field, String what) {
        found.add("%s:%d: %s: %s".formatted(file, line, field, what));
    }

    /** Every problem in the order in which it was found, as {@code <file>:<line>: <field>: <what>}. */
    public List<String> all() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Returns if nothing was found.
     *
     * @throws InvalidManifests which names everything that was
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidManifests(all());
        }
    }
}

package oncall.level;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with manifests, so that an author hears of everything at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Notes a problem which belongs to a whole file or folder. */
    public void add(Path file, String what) {
        found.add(new Problem(file, what));
    }

    /** Notes a problem of one field. */
    public void add(Path file, int line, String field, String what) {
        found.add(new Problem(file, line, field, what));
    }

    /** Every problem in the order in which it was found. */
    public List<Problem> all() {
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

package oncall.level;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A level's folder as it was found, sound or not.
 *
 * @param level what could be read of it; not to be played while there are problems
 */
public record LevelDraft(Path folder, Optional<Level> level, List<Problem> problems) {

    public LevelDraft {
        problems = List.copyOf(problems);
    }

    /** The folder's name. */
    public String id() {
        return folder.getFileName().toString();
    }
}

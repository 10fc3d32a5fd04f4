package oncall.level;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Every level there is, in alphabetical order; those from outside the clone come last. */
public final class LevelCatalog {

    private final StageSpec stage;
    private final List<Level> levels;

    private LevelCatalog(StageSpec stage, List<Level> levels) {
        this.stage = stage;
        this.levels = List.copyOf(levels);
    }

    /** The levels of the clone alone. */
    public static LevelCatalog load(Path vagrantLevels) {
        return load(vagrantLevels, List.of());
    }

    /**
     * Reads the stage and every level of the folder.
     *
     * @param vagrantLevels the folder which holds {@code stage} and one folder per level
     * @param others further folders of levels, outside the clone
     * @throws InvalidManifests with every problem of every manifest
     */
    public static LevelCatalog load(Path vagrantLevels, List<Path> others) {
        LevelDrafts drafts = LevelDrafts.read(vagrantLevels, others);
        if (!drafts.allProblems().isEmpty()) {
            throw new InvalidManifests(drafts.allProblems());
        }
        return new LevelCatalog(drafts.stage(), drafts.levels().stream().map(LevelDraft::level)
                .map(Optional::orElseThrow).toList());
    }

    public StageSpec stage() {
        return stage;
    }

    public List<Level> all() {
        return levels;
    }

    /** Those that are meant when no level is named. */
    public List<Level> tried() {
        return levels.stream().filter(level -> !level.untried()).toList();
    }

    /**
     * The level of that id.
     *
     * @throws UnknownLevel which lists the known ones and suggests the nearest
     */
    public Level byId(String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst()
                .orElseThrow(() -> new UnknownLevel(id, levels.stream().map(Level::id).toList()));
    }
}

package oncall.level;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every level that there is, as far as it could be read.
 *
 * @param problems of the stage, and of folders that should hold levels
 */
public record LevelDrafts(StageSpec stage, List<Problem> problems, List<LevelDraft> levels) {

    public LevelDrafts {
        problems = List.copyOf(problems);
        levels = List.copyOf(levels);
    }

    /**
     * @param vagrantLevels the folder which holds {@code stage} and one folder per level
     * @param others further folders of levels, outside the clone
     */
    public static LevelDrafts read(Path vagrantLevels, List<Path> others) {
        Problems problems = new Problems();
        StageSpec stage = StageReader.read(vagrantLevels.resolve("stage").resolve("machines.yaml"), problems);
        List<LevelDraft> drafts = new ArrayList<>();
        Map<String, Path> taken = new HashMap<>();
        List<Path> folders = new ArrayList<>(LevelFolders.ofClone(vagrantLevels, problems));
        others.stream().filter(root -> !same(root, vagrantLevels)).distinct()
                .forEach(root -> folders.addAll(LevelFolders.elsewhere(root, problems)));
        folders.forEach(folder -> drafts.add(draft(folder, stage, taken)));
        return new LevelDrafts(stage, problems.all(), drafts);
    }

    /**
     * Returns if there is a level of that name, sound or not.
     *
     * @throws UnknownLevel which lists the known ones and suggests the nearest
     */
    public void mustHave(String id) {
        List<String> ids = levels.stream().map(LevelDraft::id).toList();
        if (!ids.contains(id)) {
            throw new UnknownLevel(id, ids);
        }
    }

    /**
     * The level of that name, if it is sound; what is wrong with others does not matter.
     *
     * @throws InvalidManifests with every problem of that level, and of the stage
     * @throws UnknownLevel which lists the known ones and suggests the nearest
     */
    public Level byId(String id) {
        mustHave(id);
        List<Problem> found = new ArrayList<>(problems);
        List<LevelDraft> named = levels.stream().filter(level -> level.id().equals(id)).toList();
        named.forEach(level -> found.addAll(level.problems()));
        if (!found.isEmpty()) {
            throw new InvalidManifests(found);
        }
        return named.get(0).level().orElseThrow();
    }

    /** Those of the stage first. */
    List<Problem> allProblems() {
        List<Problem> all = new ArrayList<>(problems);
        levels.forEach(level -> all.addAll(level.problems()));
        return all;
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static LevelDraft draft(Path folder, StageSpec stage, Map<String, Path> taken) {
        Problems problems = new Problems();
        Path owner = taken.putIfAbsent(folder.getFileName().toString(), folder);
        if (owner != null) {
            problems.add(folder, "the id is already taken by " + owner);
        }
        var level = LevelReader.read(folder, stage, problems);
        return new LevelDraft(folder, level, problems.all());
    }
}

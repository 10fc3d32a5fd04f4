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

    /** @param vagrantLevels the folder which holds {@code stage} and one folder per level */
    public static LevelDrafts read(Path vagrantLevels) {
        Problems problems = new Problems();
        StageSpec stage = StageReader.read(vagrantLevels.resolve("stage").resolve("machines.yaml"), problems);
        List<LevelDraft> drafts = new ArrayList<>();
        Map<String, Path> taken = new HashMap<>();
        for (Path folder : LevelFolders.of(vagrantLevels, problems)) {
            drafts.add(draft(folder, stage, taken));
        }
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

    /** Those of the stage first. */
    List<Problem> allProblems() {
        List<Problem> all = new ArrayList<>(problems);
        levels.forEach(level -> all.addAll(level.problems()));
        return all;
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

package oncall.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oncall.grade.CheckClasses;
import oncall.grade.CheckLint;
import oncall.grade.UnusableChecks;
import oncall.host.LabFolders;
import oncall.level.Level;
import oncall.level.LevelDraft;
import oncall.level.LevelDrafts;
import oncall.level.LevelLint;
import oncall.level.Problem;
import oncall.level.Seed;
import oncall.level.StageSpec;
import oncall.process.Children;
import oncall.process.Programs;

/**
 * Looks at levels for everything that is wrong with them and can be seen without VMs. Needs no session: it runs on what a
 * session refuses to open.
 */
public final class Lint {
    private final LabFolders folders;
    private final Programs programs;

    public Lint(LabFolders folders) {
        this.folders = folders;
        this.programs = new Programs(new Children(folders.children()));
    }

    /**
     * @param otherLevels further folders of levels, outside the clone
     * @param ids the levels to look at; empty for all
     * @throws oncall.level.UnknownLevel when there is no folder of that name
     */
    public LintReport run(List<Path> otherLevels, List<String> ids) {
        LevelDrafts drafts = LevelDrafts.read(folders.levels(), otherLevels);
        ids.forEach(drafts::mustHave);
        List<LevelDraft> chosen = drafts.levels().stream().filter(draft -> ids.isEmpty() || ids.contains(draft.id())).toList();
        // Where a script is read for two reasons, the same may be found twice.
        Set<Problem> problems = new LinkedHashSet<>(drafts.problems());
        for (LevelDraft draft : chosen) problems.addAll(of(draft, drafts.stage()));
        Map<String, List<Seed>> variants = new LinkedHashMap<>();
        chosen.forEach(draft -> draft.level().ifPresent(level -> variants.put(draft.id(), level.variants())));
        return new LintReport(chosen.stream().map(LevelDraft::id).distinct().toList(), new ArrayList<>(problems), variants);
    }

    private List<Problem> of(LevelDraft draft, StageSpec stage) {
        List<Problem> problems = new ArrayList<>(draft.problems());
        problems.addAll(LevelLint.problems(draft));
        problems.addAll(new ScriptSyntax(programs).problems(draft));
        // A class is found by the level's id; without the right one there is nothing to look for.
        draft.level().filter(level -> level.id().equals(draft.id())).ifPresent(level -> problems.addAll(ofChecks(level, stage)));
        problems.sort(Comparator.comparing(Problem::file).thenComparing(Problem::line));
        return problems;
    }

    private List<Problem> ofChecks(Level level, StageSpec stage) {
        Path source = source(level);
        try {
            List<Problem> problems = new ArrayList<>(CheckLint.problems(CheckClasses.of(level), source, LevelLint.lines(source), stage));
            problems.addAll(LevelLint.toDos(source));
            return problems;
        } catch (UnusableChecks e) {
            return e.problems();
        }
    }

    private Path source(Level level) {
        return (Files.isDirectory(level.ownChecks()) ? level.ownChecks() : folders.checks()).resolve(level.checksClass().replaceFirst(".*\\.", "") + ".java");
    }
}

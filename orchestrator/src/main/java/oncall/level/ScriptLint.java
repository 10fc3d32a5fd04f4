package oncall.level;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be seen of a level's scripts without running them, and only once its manifest is known. */
final class ScriptLint {

    private static final Pattern STRICT = Pattern.compile("^\\s*set -euo pipefail\\b.*");
    private static final Pattern VARIABLE = Pattern.compile("SEED_[A-Z0-9_]+");
    private static final int FEWEST_VARIANTS = 3;

    private final Level level;
    private final ManifestLines manifest;
    private final Problems problems;

    ScriptLint(Level level, ManifestLines manifest, Problems problems) {
        this.level = level;
        this.manifest = manifest;
        this.problems = problems;
    }

    void run() {
        Set<String> keys = new TreeSet<>(level.seedChoices().keySet());
        List<String> variables = keys.stream().map(Seed::variable).toList();
        Set<String> used = new TreeSet<>();
        scripts().forEach(script -> look(script, variables, used));
        keys.stream().filter(key -> !used.contains(Seed.variable(key))).forEach(key ->
                manifest.wrong("seed." + key, "no script uses " + Seed.variable(key)));
        long variants = level.variants().size();
        if (variants < FEWEST_VARIANTS) {
            manifest.wrong("seed", ("there should be at least %d variants, so that a walkthrough does not help; these "
                    + "choices give %d").formatted(FEWEST_VARIANTS, variants));
        }
        level.fault().stream().map(LevelScript::machine).distinct().filter(machine -> !level.machines().contains(machine))
                .forEach(machine -> manifest.wrong("machines", "the fault also touches " + machine));
        rightAndWrong();
    }

    private Stream<LevelScript> scripts() {
        return Stream.of(level.fault().stream(), level.rightFixes().stream().flatMap(fix -> fix.scripts().stream()),
                level.wrongFixes().stream().flatMap(fix -> fix.scripts().stream())).flatMap(scripts -> scripts);
    }

    private void look(LevelScript script, List<String> variables, Set<String> used) {
        List<String> lines = TextFile.lines(script.file());
        if (lines.stream().noneMatch(line -> STRICT.matcher(line).matches())) {
            problems.add(script.file(), "has no line 'set -euo pipefail', so that it would go on after a command that failed");
        }
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = VARIABLE.matcher(lines.get(i));
            while (matcher.find()) {
                if (!variables.contains(matcher.group())) {
                    problems.add(script.file(), i + 1, matcher.group(), "the manifest has no such seed key"
                            + (variables.isEmpty() ? "" : "; its keys give " + String.join(", ", variables)));
                }
                used.add(matcher.group());
            }
        }
    }

    /** A fix is asked for by its name, and no folder beside the two is read. */
    private void rightAndWrong() {
        List<String> right = level.rightFixes().stream().map(Fix::name).toList();
        level.wrongFixes().stream().filter(fix -> right.contains(fix.name())).forEach(fix ->
                problems.add(fix.scripts().get(0).file(), "there is a right fix of this name"));
        List<Path> others = new ArrayList<>(LevelFolders.entries(level.folder().resolve("solutions")));
        others.removeIf(path -> Set.of("right", "wrong").contains(path.getFileName().toString()));
        others.forEach(path -> problems.add(path, "is not looked at: fixes are in right/ or wrong/"));
    }
}

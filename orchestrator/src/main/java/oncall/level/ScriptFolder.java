package oncall.level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the names of scripts, {@code <name>.<machine>.sh}, in a level's folders. Those of a fix may be numbered,
 * {@code <name>.<step>.<machine>.sh}, where the stage's order of machines is not that of the work.
 */
final class ScriptFolder {

    private static final Pattern NAME = Pattern.compile("([a-z0-9][a-z0-9-]*)\\.(?:([1-9])\\.)?([a-z0-9-]+)\\.sh");

    private final StageSpec stage;
    private final Problems problems;

    ScriptFolder(StageSpec stage, Problems problems) {
        this.stage = stage;
        this.problems = problems;
    }

    /** The scripts in the order of their files' names; empty where there is no folder. */
    List<LevelScript> ordered(Path folder) {
        List<LevelScript> scripts = new ArrayList<>();
        for (Path file : files(folder)) {
            script(file).ifPresent(scripts::add);
        }
        return List.copyOf(scripts);
    }

    /** The scripts put together by name; those of one name by their steps, then in the stage's order of machines. */
    List<Fix> grouped(Path folder) {
        Map<String, List<LevelScript>> byName = new TreeMap<>();
        ordered(folder).forEach(script ->
                byName.computeIfAbsent(script.name(), name -> new ArrayList<>()).add(script));
        Comparator<LevelScript> order = Comparator.comparing(ScriptFolder::step)
                .thenComparingInt(script -> stage.names().indexOf(script.machine()));
        return byName.entrySet().stream()
                .map(entry -> new Fix(entry.getKey(), entry.getValue().stream().sorted(order).toList()))
                .toList();
    }

    /** Empty for one that is not numbered, which comes before those that are. */
    private static String step(LevelScript script) {
        Matcher name = NAME.matcher(script.file().getFileName().toString());
        return name.matches() && name.group(2) != null ? name.group(2) : "";
    }

    private Optional<LevelScript> script(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            problems.add(file, "is not named <name>.<machine>.sh");
            return Optional.empty();
        }
        if (!stage.machines().isEmpty() && !stage.names().contains(name.group(3))) {
            problems.add(file, "no machine '%s'; the stage has %s".formatted(
                    name.group(3), String.join(", ", stage.names())));
            return Optional.empty();
        }
        return Optional.of(new LevelScript(name.group(1), name.group(3), file));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }
}

package oncall.level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the levels: in the clone every folder beside the stage's is one, elsewhere every folder that looks like one. */
final class LevelFolders {

    private static final String STAGE = "stage";

    /** Whatever has one of these was meant to be a level. */
    private static final List<String> PARTS = List.of("level.yaml", "fault", "solutions");

    private LevelFolders() {}

    static List<Path> ofClone(Path vagrantLevels, Problems problems) {
        if (!Files.isDirectory(vagrantLevels)) {
            problems.add(vagrantLevels, "is not a folder");
            return List.of();
        }
        return entries(vagrantLevels).stream().filter(Files::isDirectory)
                .filter(folder -> !folder.getFileName().toString().equals(STAGE)).toList();
    }

    /** @param root a folder outside the clone, in which there may be anything else beside levels */
    static List<Path> elsewhere(Path root, Problems problems) {
        if (!Files.isDirectory(root)) {
            problems.add(root, "is not a folder");
            return List.of();
        }
        if (Files.exists(root.resolve("level.yaml"))) {
            problems.add(root, "is a level itself; the folder that holds it is wanted: " + root.toAbsolutePath().getParent());
            return List.of();
        }
        List<Path> levels = entries(root).stream().filter(Files::isDirectory).filter(folder ->
                PARTS.stream().anyMatch(part -> Files.exists(folder.resolve(part)))).toList();
        if (levels.isEmpty()) {
            problems.add(root, "holds no level: there is no folder with a level.yaml in it");
        }
        return levels;
    }

    /** What lies in a folder and is not hidden, in the order of the names; nothing where there is no folder. */
    static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }
}

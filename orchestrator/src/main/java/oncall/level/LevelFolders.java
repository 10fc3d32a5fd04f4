package oncall.level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the levels: every folder beside the stage's is one. */
final class LevelFolders {

    private static final String STAGE = "stage";

    private LevelFolders() {}

    static List<Path> of(Path vagrantLevels, Problems problems) {
        if (!Files.isDirectory(vagrantLevels)) {
            problems.add(vagrantLevels, "is not a folder");
            return List.of();
        }
        return entries(vagrantLevels).stream().filter(Files::isDirectory)
                .filter(folder -> !folder.getFileName().toString().equals(STAGE)).toList();
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

package oncall.level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the levels: every folder beside the stage's is one. */
final class LevelFolders {

    private static final String STAGE = "stage";

    private LevelFolders() {}

    static List<Level> read(Path vagrantLevels, StageSpec stage, Problems problems) {
        if (!Files.isDirectory(vagrantLevels)) {
            problems.add(vagrantLevels, "is not a folder");
            return List.of();
        }
        try (Stream<Path> entries = Files.list(vagrantLevels)) {
            return entries.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().equals(STAGE))
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(folder -> LevelReader.read(folder, stage, problems))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + vagrantLevels, failure);
        }
    }
}

package oncall.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where to look for levels outside the clone. */
final class LevelsOption {
    @Option(names = "--levels", paramLabel = "DIR", split = ":", description = "A folder of levels outside this clone, or several with : between them; "
        + "their ids join those of the clone (docs/authoring.md). May be given several times.")
    private List<Path> folders = List.of();

    List<Path> folders() { return folders.stream().map(folder -> folder.toAbsolutePath().normalize()).distinct().toList(); }
}

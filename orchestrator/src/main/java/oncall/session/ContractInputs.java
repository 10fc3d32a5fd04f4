package oncall.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import oncall.host.InputsHash;
import oncall.level.Level;

/** All that the outcome of a level's contract rests on, as one hash: the stage, the level, its checks, and who judges. */
final class ContractInputs {
    private static final Path CHECKS = Path.of("checks/src/main/java");
    private static final Path ORCHESTRATOR = Path.of("orchestrator/src/main/java/oncall");
    private static final List<String> PARTS = List.of("Vagrantfile", "fault", "solutions");
    private static final List<String> JUDGES = List.of("browser", "fault", "grade", "health", "level", "pager", "remote", "session", "vm");

    private ContractInputs() { }

    /**
     * @param stage  hash of what the stage was made from
     * @param levels all that there are
     */
    static String of(Path project, String stage, Level level, List<Level> levels) {
        InputsHash hash = new InputsHash().word(stage).word(level.id()).word(manifest(level));
        PARTS.forEach(name -> hash.word(name).files(level.folder().resolve(name)));
        JUDGES.forEach(name -> hash.files(project.resolve(ORCHESTRATOR).resolve(name)));
        // The other levels' checks take no part, so that a level which is added leaves what is known of the others.
        List<Path> others = levels.stream().filter(other -> !other.id().equals(level.id()))
            .map(other -> project.resolve(CHECKS).resolve(other.checksClass().replace('.', '/') + ".java")).toList();
        sources(project.resolve(CHECKS)).stream().filter(file -> !others.contains(file))
            .forEach(file -> hash.word(project.relativize(file).toString()).files(file));
        return hash.hex();
    }

    // What the manifest says to people, and whether the level was tried, takes no part: it may be reworded after the proof.
    private static String manifest(Level level) {
        List<String> incidents = level.paging().incidents().stream()
            .map(incident -> List.of(incident.name(), incident.severity(), incident.journey()).toString()).toList();
        return List.of(level.severity(), level.machines(), level.reboot(), level.rebootAfterFault(), level.seedChoices(),
            level.paging().alerts(), incidents).toString();
    }

    private static List<Path> sources(Path root) {
        if (!Files.isDirectory(root)) return List.of();
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

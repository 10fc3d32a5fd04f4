package oncall.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oncall.grade.CheckClasses;
import oncall.host.InputsHash;
import oncall.level.Level;

/** All that the outcome of a level's contract rests on, as one hash: the stage, the level, its checks, and who judges. */
final class ContractInputs {
    private static final Path CHECKS = Path.of("checks/src/main/java");
    private static final Path ORCHESTRATOR = Path.of("orchestrator/src/main/java/oncall");
    private static final List<String> PARTS = List.of("Vagrantfile", "fault", "solutions", "checks");
    private static final List<String> JUDGES = List.of("browser", "fault", "grade", "health", "level", "pager", "remote", "session", "vm");
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*");
    private static final String JAVA = ".java";

    private ContractInputs() { }

    /**
     * @param project the clone whose judge and checks count
     * @param stage   hash of what the stage was made from
     */
    static String of(Path project, String stage, Level level) {
        InputsHash hash = new InputsHash().word(stage).word(level.id()).word(manifest(level));
        PARTS.forEach(name -> hash.word(name).files(level.folder().resolve(name)));
        JUDGES.forEach(name -> hash.files(project.resolve(ORCHESTRATOR).resolve(name)));
        checks(project.resolve(CHECKS), level).forEach(file -> hash.word(project.relativize(file).toString()).files(file));
        return hash.hex();
    }

    /** Whether all that judges is in this clone. */
    static boolean hasJudges(Path project) {
        return JUDGES.stream().allMatch(name -> Files.isDirectory(project.resolve(ORCHESTRATOR).resolve(name)));
    }

    // What the manifest says to people, and whether the level was tried, takes no part: it may be reworded after the proof.
    private static String manifest(Level level) {
        List<String> incidents = level.paging().incidents().stream()
            .map(incident -> List.of(incident.name(), incident.severity(), incident.journey()).toString()).toList();
        return List.of(level.severity(), level.machines(), level.reboot(), level.rebootAfterFault(), level.seedChoices(),
            level.paging().alerts(), incidents).toString();
    }

    // The clone's checks of the level and of the stage with all that they name, and so on; what other levels share among
    // themselves takes no part. A name in a comment counts as well, which costs a proof too many and never one too few.
    private static SortedSet<Path> checks(Path root, Level level) {
        Map<String, List<Path>> byType = sources(root).stream()
            .collect(Collectors.groupingBy(file -> file.getFileName().toString().replace(JAVA, "")));
        SortedSet<Path> found = new TreeSet<>();
        Stream.concat(Stream.of(level.checksClass()), CheckClasses.ofTheStage().stream())
            .forEach(name -> add(root.resolve(name.replace('.', '/') + JAVA), byType, found));
        sources(level.ownChecks()).forEach(file -> addNamedIn(file, byType, found));
        return found;
    }

    private static void add(Path file, Map<String, List<Path>> byType, SortedSet<Path> found) {
        if (Files.isRegularFile(file) && found.add(file)) addNamedIn(file, byType, found);
    }

    private static void addNamedIn(Path file, Map<String, List<Path>> byType, SortedSet<Path> found) {
        TYPE.matcher(text(file)).results().map(MatchResult::group).distinct()
            .forEach(type -> byType.getOrDefault(type, List.of()).forEach(named -> add(named, byType, found)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path root) {
        if (!Files.isDirectory(root)) return List.of();
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(JAVA)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

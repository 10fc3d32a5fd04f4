package oncall.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This repository's own levels: folder, manifest, fault, checks and the README's table name the same ones. */
class RepositoryLevelsTest {

    private static final Path LEVELS = Path.of("vagrant-levels");
    private static final Path CHECKS = Path.of("checks/src/main/java/oncall/checks");

    /** What is judged with every level belongs to none. */
    private static final List<String> COMMON = List.of("StageChecks", "BaselineChecks");

    private static final Pattern LEVEL_ROW = Pattern.compile("^\\|\\s*`([a-z0-9-]+)`\\s*\\|.*\\bSEV[1-4]\\b.*");

    private final LevelCatalog catalog = LevelCatalog.load(LEVELS);

    @Test
    void everyManifestIsSoundAndThereAreSome() {
        assertThat(catalog.all()).isNotEmpty();
        assertThat(catalog.stage().names()).containsExactly("proxy", "app", "mysql", "postgres", "ops");
    }

    @Test
    void everyFolderIsALevel() throws IOException {
        try (Stream<Path> folders = Files.list(LEVELS)) {
            assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("stage") && !name.startsWith(".")))
                    .containsExactlyInAnyOrderElementsOf(ids());
        }
    }

    @Test
    void everyLevelHasChecksAndAllChecksHaveALevel() throws IOException {
        try (Stream<Path> files = Files.list(CHECKS)) {
            assertThat(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Checks.java")).map(name -> name.replace(".java", ""))
                    .filter(name -> !COMMON.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(catalog.all().stream()
                            .map(level -> level.checksClass().replaceFirst(".*\\.", "")).toList());
        }
    }

    @Test
    void everyLevelIsInTheTableOfTheReadmeAndNoOther() throws IOException {
        assertThat(rowsWith("")).containsExactlyInAnyOrderElementsOf(ids());
    }

    @Test
    void theReadmeMarksThoseAsUntriedThatAre() throws IOException {
        assertThat(rowsWith("(untried)")).containsExactlyInAnyOrderElementsOf(catalog.all().stream().filter(Level::untried).map(Level::id).toList());
    }

    @Test
    void alertsOfLevelsAreThoseOfTheStage() throws IOException {
        Pattern rule = Pattern.compile("(?m)^ *- alert: (\\w+)$");
        List<String> known = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("provisioning/roles/ops/files/etc/prometheus/rules"))) {
            for (Path file : files.toList()) {
                rule.matcher(Files.readString(file)).results().forEach(match -> known.add(match.group(1)));
            }
        }
        assertThat(catalog.all()).flatExtracting(level -> level.paging().alerts()).isNotEmpty().isSubsetOf(known);
    }

    /** The levels of the README's table in whose row this text stands. */
    private static List<String> rowsWith(String text) throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.contains(text)).map(LEVEL_ROW::matcher)
                .filter(Matcher::matches).map(row -> row.group(1)).toList();
    }

    private List<String> ids() {
        return catalog.all().stream().map(Level::id).toList();
    }
}

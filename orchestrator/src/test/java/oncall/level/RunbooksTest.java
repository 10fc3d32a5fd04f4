package oncall.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts, levels and runbooks name each other rightly, and no runbook tells a player that it is the misleading one. */
class RunbooksTest {

    private static final Path RUNBOOKS = Path.of("docs/runbooks");
    private static final Path RULES = Path.of("provisioning/roles/ops/files/etc/prometheus/rules");

    private final List<Level> levels = LevelCatalog.load(Path.of("vagrant-levels")).all();

    private static Set<String> runbooks() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md"))
                    .map(name -> name.replace(".md", "")).toList());
        }
    }

    private static Set<String> linkedFrom(Path folder, String link) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Pattern.compile(link).matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }

    @Test
    void everyAlertsRunbookIsThereAndEveryRunbookIsAnAlerts() throws IOException {
        assertThat(linkedFrom(RULES, "runbook: docs/runbooks/([a-z-]+)\\.md")).isEqualTo(runbooks());
    }

    @Test
    void linksBetweenRunbooksLeadSomewhere() throws IOException {
        assertThat(linkedFrom(RUNBOOKS, "]\\(([^)]+)\\.md\\)")).isNotEmpty().isSubsetOf(runbooks());
    }

    @Test
    void theRunbooksOfLevelsAreThereAndOneMisleads() throws IOException {
        assertThat(levels).flatExtracting(level -> level.paging().runbooks()).isNotEmpty().isSubsetOf(runbooks());
        assertThat(levels).flatExtracting(level -> level.paging().outdatedRunbooks()).isNotEmpty().isSubsetOf(runbooks());
    }

    @Test
    void nothingInARunbookGivesItselfOrALevelAway() throws IOException {
        for (String name : runbooks()) {
            String text = Files.readString(RUNBOOKS.resolve(name + ".md"));
            assertThat(text).as(name).doesNotContainIgnoringCase("outdated").doesNotContainIgnoringCase("mislead").contains("Owner: ");
            levels.forEach(level -> assertThat(text).as(name).doesNotContain(level.id()));
        }
    }
}

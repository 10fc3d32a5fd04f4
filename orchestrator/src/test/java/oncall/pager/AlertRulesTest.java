package oncall.pager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The stage's alert rules: what each must say, and, where promtool is there, that they fire when they should and not else. */
class AlertRulesTest {
    private static final Path PROMETHEUS = Path.of("provisioning/roles/ops/files/etc/prometheus");
    private static final Path TESTS = Path.of("orchestrator/src/test/resources/oncall/alerts");

    private static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (Path file : files(PROMETHEUS.resolve("rules"))) {
            for (JsonNode group : new YAMLMapper().readTree(file.toFile()).path("groups")) {
                group.path("rules").forEach(rule -> {
                    if (rule.has("alert")) alerts.add(rule);
                });
            }
        }
        return alerts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
        }
    }

    @Test void eachAlertHasANameOfItsOwnASeverityASummaryAndARunbook() throws IOException {
        assertThat(alerts()).extracting(alert -> alert.path("alert").asText()).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(alerts()).allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).as("%s", alert).matches("SEV[1-4]");
            assertThat(alert.at("/annotations/runbook").asText()).as("%s", alert).matches("docs/runbooks/[a-z-]+\\.md");
            assertThat(alert.at("/annotations/summary").asText()).as("%s", alert).isNotBlank();
        });
    }

    /** The pager fills summaries in itself where Alertmanager was away, and knows of labels only. */
    @Test void summariesNeedNothingButLabels() throws IOException {
        Pattern label = Pattern.compile("\\{\\{ \\$labels\\.[a-z_]+ }}");
        assertThat(alerts()).extracting(alert -> label.matcher(alert.at("/annotations/summary").asText()).replaceAll("")).allSatisfy(text -> assertThat(text).doesNotContain("{{"));
    }

    /** A lab is played for an hour; nobody waits ten minutes for a page. */
    @Test void noneWaitsLongerThanTwoMinutes() throws IOException {
        assertThat(alerts()).allSatisfy(alert -> assertThat(alert.path("for").asText()).as("%s", alert).isIn("", "1m", "2m"));
    }

    @Test
    @EnabledIf(value = "oncall.pager.Promtool#isThere", disabledReason = Promtool.MISSING)
    void promtoolTakesThemAndTheConfiguration() throws Exception {
        Promtool.run("check", "rules", files(PROMETHEUS.resolve("rules")));
        Promtool.run("check", "config", List.of(Path.of("--syntax-only"), PROMETHEUS.resolve("prometheus.yml")));
    }

    @Test
    @EnabledIf(value = "oncall.pager.Promtool#isThere", disabledReason = Promtool.MISSING)
    void theyFireWhenTheyShouldAndNotElse() throws Exception {
        List<Path> tests = files(TESTS);
        assertThat(tests).extracting(test -> test.getFileName().toString()).as("each file of rules has its tests")
            .isEqualTo(files(PROMETHEUS.resolve("rules")).stream().map(file -> file.getFileName().toString()).toList());
        Promtool.run("test", "rules", tests);
    }
}

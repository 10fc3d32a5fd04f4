package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import oncall.cli.CommandNames;
import oncall.host.LabFolders;
import oncall.level.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/authoring.md tells newcomers to type is taken by the program as it is now. */
class AuthoringGuideTest {
    @TempDir private Path folder;
    private String guide;

    @BeforeEach void read() throws IOException { guide = Files.readString(Path.of("docs/authoring.md")); }

    /** Code of a language in the guide, in its order. */
    private List<String> code(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(guide).results().map(match -> match.group(1)).toList();
    }

    @Test void itsExampleIsALevelOfWhichOnlyTheRestIsToBeWritten() throws IOException {
        LabFolders folders = new LabFolders(Path.of("").toAbsolutePath(), folder.resolve("cache"), folder.resolve("state"));
        Path level = folder.resolve("levels/pending-orders");
        new NewLevel(folders).layOut("pending-orders", folder.resolve("levels"), "app");
        Files.writeString(level.resolve("fault/10-break.app.sh"), code("bash").get(0));
        Files.writeString(level.resolve("solutions/right/line-removed.app.sh"), code("bash").get(1));
        Files.writeString(level.resolve("solutions/wrong/as-if-fulfilled.postgres.sh"), code("bash").get(2));
        Files.writeString(level.resolve("checks/PendingOrdersChecks.java"), code("java").get(0));
        for (String left : List.of("right/as-it-was", "right/another-way", "wrong/only-the-effect", "wrong/until-the-next-boot", "wrong/at-the-cost-of-others")) {
            Path script = level.resolve("solutions/" + left + ".app.sh");
            Files.writeString(script, Files.readString(script).replace("$SEED_VARIANT", "$SEED_STREAM"));
        }
        Path manifest = level.resolve("level.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("variant: [first, second, third]", "stream: [orders-test, orders-2]\n  decoy: [none, log, pool]"));

        LintReport report = new Lint(folders).run(List.of(folder.resolve("levels")), List.of("pending-orders"));
        assertThat(report.problems()).extracting(Problem::what).allMatch(what -> what.startsWith("TODO: "));
        assertThat(report.problems()).extracting(problem -> level.relativize(problem.file()).toString())
            .doesNotContain("fault/10-break.app.sh", "checks/PendingOrdersChecks.java");
        assertThat(report.variants().get("pending-orders")).hasSize(6);
    }

    @Test void itsCommandsAndOptionsExist() {
        Map<String, List<String>> known = CommandNames.withOptions();
        List<MatchResult> calls = Pattern.compile("^\\./lab (\\S+)(.*?)(#.*)?$", Pattern.MULTILINE).matcher(guide).results().toList();
        assertThat(calls).hasSizeGreaterThan(8).allSatisfy(call -> {
            assertThat(known).containsKey(call.group(1));
            Pattern.compile("(?<= )--[a-z][a-z-]*").matcher(call.group(2)).results()
                .forEach(option -> assertThat(known.get(call.group(1))).as(call.group()).contains(option.group()));
        });
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import oncall.grade.CheckClasses;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Lab;
import oncall.grade.Outcome;
import oncall.grade.UnusableChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A level from outside the clone brings its checks along as sources. */
class OwnChecksTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private static final String SOURCE = """
            package oncall.checks;

            import static org.assertj.core.api.Assertions.assertThat;
            import oncall.grade.*;
            import org.junit.jupiter.api.DisplayName;
            import org.junit.jupiter.api.Test;

            @LabChecks
            @Allows(files = "app:/etc/passwd")
            final class OurOutageChecks {

                private static int looks;

                @Test
                @Symptom
                @DisplayName("both back ends are meant")
                void backEnds() {
                    assertThat(BackEnds.ALL).withFailMessage("There is nobody behind the edge").isEmpty();
                }

                @Test
                @DisplayName("it settles")
                void settles(Lab lab) {
                    assertThat(++looks).isGreaterThan(1);
                    assertThat(lab.level().id()).isEqualTo("our-outage");
                }
            }
            """;

    @TempDir
    Path folder;

    private final HealthyStage stage = new HealthyStage();

    @Test
    void areJudgedWithThoseOfTheStageAndMayUseTheSameHelpers() throws IOException {
        Lab lab = lab(SOURCE);
        // A watched file was changed, which this level allows.
        stage.machine("app").on("^stat ", "755|root|root|directory|4096|/etc\n600|root|root|regular file|9|/etc/passwd\n");
        List<Finding> findings = new Grader(Duration.ofSeconds(1)).judge("before reboot", lab).findings();

        assertThat(findings).extracting(Finding::check, Finding::outcome, Finding::symptom).contains(
                tuple("both back ends are meant", Outcome.FAIL, true), tuple("it settles", Outcome.PASS, false),
                tuple("the badge is shown", Outcome.FAIL, false), tuple("nobody may read or write more or less than before the incident", Outcome.PASS, false));
        assertThat(new Grader().awaitSymptoms(lab, Duration.ZERO)).extracting(Finding::outcome).containsExactly(Outcome.FAIL);
    }

    @Test
    void everyErrorIsNamedWithFileAndLine() throws IOException {
        Lab lab = lab(SOURCE.replace("BackEnds.ALL", "BackEnd.ALL").replace("isGreaterThan(1)", "isGreaterThan(1"));

        assertThatThrownBy(() -> CheckClasses.of(lab.level())).isInstanceOf(UnusableChecks.class)
                .hasMessageContaining("our-outage").hasMessageContaining("OurOutageChecks.java:24: (java): ')'");
        Lab other = lab(SOURCE.replace("BackEnds.ALL", "BackEnd.ALL").replace("looks;", "look;"));
        assertThatThrownBy(() -> CheckClasses.of(other.level()))
                .hasMessageContaining("OurOutageChecks.java:18: (java): cannot find symbol; symbol:   variable BackEnd")
                .hasMessageContaining("OurOutageChecks.java:24: (java): cannot find symbol; symbol:   variable looks");
    }

    @Test
    void aClassMustBeTheLevelsOwn() throws IOException {
        Lab lab = lab(SOURCE);
        Files.writeString(folder.resolve("our-outage/checks/StageChecks.java"), "package oncall.checks; class StageChecks { }");
        Files.writeString(folder.resolve("our-outage/checks/Other.java"), "package other; class Other { }");

        assertThatThrownBy(() -> CheckClasses.of(lab.level())).isInstanceOf(UnusableChecks.class)
                .hasMessageContaining("StageChecks.java: the lab itself has a class of the name oncall.checks.StageChecks")
                .hasMessageContaining("Other.java: other.Other must be in the package oncall.checks");
    }

    @Test
    void saysWhereItLookedInVain() throws IOException {
        Lab lab = lab(SOURCE.replace("class OurOutageChecks", "class Misnamed"));
        assertThatThrownBy(() -> CheckClasses.of(lab.level())).hasMessageContaining("no oncall.checks.OurOutageChecks in its folder checks");

        Files.createDirectories(folder.resolve("bare"));
        Lab bare = stage.stage().lab(folder.resolve("bare"), stage.capture(), NOBODY);
        assertThatThrownBy(() -> CheckClasses.of(bare.level()))
                .hasMessageContaining("no oncall.checks.BareChecks in the clone's checks, and the level has no folder checks of its own");

        Files.createDirectories(folder.resolve("bare/checks"));
        assertThatThrownBy(() -> CheckClasses.of(bare.level())).hasMessageContaining("bare/checks: holds no Java source");
    }

    private Lab lab(String source) throws IOException {
        Files.createDirectories(folder.resolve("our-outage/checks"));
        Files.writeString(folder.resolve("our-outage/checks/OurOutageChecks.java"), source);
        return stage.stage().lab(folder.resolve("our-outage"), stage.capture(), NOBODY);
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Lab;
import oncall.grade.Outcome;
import oncall.grade.StagedLab;
import oncall.level.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may touch customers' files while they arrive. */
class MissingDirectoryChecksTest {

    private static final String CONFIDENTIAL = "nobody else can touch files while they arrive";

    private final HealthyStage stage = new HealthyStage();
    private final FakeShop shop = new FakeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void thePlacesOfTheSettingsAndOfTheIncidentAreLookedAt() {
        assertThat(judge("700|shop|shop|directory|40|/run/shop-incoming\n")).isEqualTo(Outcome.PASS);
        assertThat(stage.machine("app").asked()).anyMatch(command ->
                command.matches("stat .*%a[|]%U.* .*/etc/shop/.*[.]properties.* /run/shop-incoming .*"));
    }

    @Test
    void aPlaceThatIsOpenToAllFailsUnlessEachFileIsItsOwners() {
        assertThat(judge("777|root|root|directory|40|/run/shop-incoming\n")).isEqualTo(Outcome.FAIL);
        assertThat(judge("1777|root|root|directory|40|/tmp\n")).isEqualTo(Outcome.PASS);
    }

    @Test
    void aPlaceThatGoesWithEitherBackEndIsFound(@TempDir Path settings) throws Exception {
        Files.writeString(settings.resolve("shop.properties"), "uploads.temporary-directory=/run/shop-api/incoming\n");
        assertThat(takenAway(settings, "shop-api", "no")).isEqualTo("/run/shop-api/incoming");
        assertThat(takenAway(settings, "shop-api", "yes")).as("kept").isEmpty();
        assertThat(takenAway(settings, "other shop-$1", "no")).as("not where files arrive, and each its own").isEmpty();
        assertThat(takenAway(settings, "", "no")).as("none").isEmpty();
    }

    /** @param directories what each unit has the service manager make; $1 is the unit's name */
    private static String takenAway(Path settings, String directories, String preserved) throws Exception {
        String systemctl = """
                systemctl() { case $* in *Preserve*) echo %s ;; *) set -- "${@: -1}"; echo "%s" ;; esac; }
                """.formatted(preserved, directories);
        Process bash = new ProcessBuilder("bash", "-c",
                systemctl + MissingDirectoryChecks.TAKEN_AWAY.replace("/etc/shop", settings.toString())).redirectErrorStream(true).start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private Outcome judge(String places) {
        stage.machine("app").on("^stat .*incoming", places);
        Lab lab = stage.stage().lab("missing-directory", stage.capture(), shop.edge());
        Lab seeded = new StagedLab(lab.level(), new Seed(1, Map.of("directory", "/run/shop-incoming")), stage.spec(),
                stage.remotes(), lab.http(), lab.baseline(), true, lab.random());
        List<Finding> findings = new Grader(Duration.ZERO).judge(seeded, MissingDirectoryChecks.class);
        return findings.stream().filter(finding -> finding.check().equals(CONFIDENTIAL)).findFirst().orElseThrow().outcome();
    }
}

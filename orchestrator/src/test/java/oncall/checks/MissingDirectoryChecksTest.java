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
        assertThat(takenAway(settings, "shop-api@*", "shop-api", "no")).isEqualTo("/run/shop-api/incoming");
        assertThat(takenAway(settings, "shop-api@*", "shop-api", "restart")).as("kept while restarted, not while stopped")
                .isEqualTo("/run/shop-api/incoming");
        assertThat(takenAway(settings, "shop-api@*", "shop-api", "yes")).as("kept").isEmpty();
        assertThat(takenAway(settings, "shop-api@*", "other shop-$1", "no")).as("not where files arrive, and each its own").isEmpty();
        assertThat(takenAway(settings, "shop-api@*", "", "no")).as("none").isEmpty();
    }

    @Test
    void aPlaceThatGoesWithAnyOtherServiceIsFound(@TempDir Path settings) throws Exception {
        Files.writeString(settings.resolve("shop.properties"), "uploads.temporary-directory=/run/shop-api\n");
        assertThat(takenAway(settings, "shop-api@8081", "shop-api", "no")).as("one makes it, both use it").isEqualTo("/run/shop-api");
        assertThat(takenAway(settings, "shop-worker", "shop-api", "no")).isEqualTo("/run/shop-api");
    }

    @Test
    void aPlaceOfItsOwnMayGoWithABackEnd(@TempDir Path settings) throws Exception {
        Files.writeString(settings.resolve("shop.properties"), "uploads.temporary-directory=/run/shop-8082\n");
        Files.writeString(settings.resolve("api-8081.properties"), "uploads.temporary-directory = /run/gone\n"
                + "uploads.temporary-directory = /run/shop-8081");
        assertThat(takenAway(settings, "shop-api@*", "shop-${1#*@}", "no")).as("the last word counts").isEmpty();
        assertThat(takenAway(settings, "shop-api@8082", "shop-8081", "no")).as("made by the wrong one").isEqualTo("/run/shop-8081");
    }

    /**
     * @param units those that have the service manager make directories
     * @param directories what they have it make; $1 is the unit's name
     */
    private static String takenAway(Path settings, String units, String directories, String preserved) throws Exception {
        String systemctl = """
                systemctl() {
                    local property=$*
                    set -- "${@: -1}"
                    case $property in *Preserve*) echo %s; return ;; esac
                    case $1 in %s) echo "%s" ;; *) echo ;; esac
                }
                """.formatted(preserved, units, directories);
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

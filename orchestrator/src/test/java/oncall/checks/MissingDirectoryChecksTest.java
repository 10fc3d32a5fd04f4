package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

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

    private Outcome judge(String places) {
        stage.machine("app").on("^stat .*incoming", places);
        Lab lab = stage.stage().lab("missing-directory", stage.capture(), shop.edge());
        Lab seeded = new StagedLab(lab.level(), new Seed(1, Map.of("directory", "/run/shop-incoming")), stage.spec(),
                stage.remotes(), lab.http(), lab.baseline(), true, lab.random());
        List<Finding> findings = new Grader(Duration.ZERO).judge(seeded, MissingDirectoryChecks.class);
        return findings.stream().filter(finding -> finding.check().equals(CONFIDENTIAL)).findFirst().orElseThrow().outcome();
    }
}

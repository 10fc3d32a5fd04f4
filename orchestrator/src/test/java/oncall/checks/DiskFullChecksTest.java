package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Lab;
import oncall.grade.Outcome;
import oncall.grade.StagedLab;
import oncall.level.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mend may take the tool away, and must not leave it dying. */
class DiskFullChecksTest {

    private final HealthyStage stage = new HealthyStage();
    private final FakeShop shop = new FakeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aToolThatEndsAgainAndAgainFails() {
        AtomicInteger restarts = new AtomicInteger();
        stage.machine("app").on("systemctl show .*upload-scanner.service", command ->
                tool("loaded", "activating", "auto-restart", restarts.getAndIncrement()));
        assertThat(judge()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aToolThatIsGonePasses() {
        stage.machine("app").on("systemctl show .*upload-scanner.service", tool("not-found", "inactive", "dead", 0));
        assertThat(judge()).isEqualTo(Outcome.PASS);
    }

    private static String tool(String load, String active, String sub, int restarts) {
        return "Id=upload-scanner.service\nLoadState=%s\nActiveState=%s\nSubState=%s\nUnitFileState=\nMainPID=0\nNRestarts=%d\n"
                .formatted(load, active, sub, restarts);
    }

    private Outcome judge() {
        Lab lab = stage.stage().lab("disk-full", stage.capture(), shop.edge());
        Lab seeded = new StagedLab(lab.level(), new Seed(1, Map.of("tool", "upload-scanner")), stage.spec(),
                stage.remotes(), lab.http(), lab.baseline(), true, lab.random());
        List<Finding> findings = new Grader(Duration.ZERO).judge(seeded, DiskFullChecks.class);
        return findings.stream().filter(finding -> finding.check().equals("no service of the app node ends again and again"))
                .findFirst().orElseThrow().outcome();
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import oncall.grade.Baseline;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Judgement;
import oncall.grade.Lab;
import oncall.grade.Outcome;
import oncall.grade.Verdict;
import org.junit.jupiter.api.Test;

/** Grading a level of this repository, with its own checks, on machines that answer by the book. */
class GradingTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private final HealthyStage stage = new HealthyStage();
    private final Baseline baseline = stage.capture();
    private final Grader grader = new Grader(Duration.ZERO);

    @Test
    void judgesTheLevelsOwnChecksAndThoseOfTheStage() {
        Judgement judgement = grader.judge("before reboot", lab(NOBODY));

        assertThat(judgement.phase()).isEqualTo("before reboot");
        assertThat(judgement.conclusive()).isTrue();
        assertThat(judgement.findings()).extracting(Finding::check).contains(
                "customers can send files", "the badge is shown", "no invoice was lost or changed");
        assertThat(Verdict.of("disk-full", 1, List.of(judgement)).status()).isEqualTo(Verdict.Status.NOT_FIXED);
    }

    @Test
    void looksAtNothingWhereAMachineIsSilent() {
        stage.machine("mysql").stop();
        Judgement judgement = grader.judge("before reboot", lab(NOBODY));

        assertThat(judgement.conclusive()).isFalse();
        assertThat(judgement.findings()).extracting(Finding::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(Verdict.of("disk-full", 1, List.of(judgement)).status())
                .isEqualTo(Verdict.Status.COULD_NOT_GRADE);
    }

    @Test
    void aMachineThatIsStoppedWhileItIsJudgedIsNotHeldAgainstThePlayer() {
        stage.machine("proxy").on("show stat", command -> {
            stage.machine("postgres").stop();
            return "";
        });
        Judgement judgement = grader.judge("before reboot", lab(NOBODY));

        assertThat(judgement.has(Outcome.FAIL)).as("checks failed, as far as they could tell").isTrue();
        assertThat(judgement.findings()).extracting(Finding::check).contains("the machine postgres can be asked");
        assertThat(Verdict.of("disk-full", 1, List.of(judgement)).status())
                .isEqualTo(Verdict.Status.COULD_NOT_GRADE);
    }

    @Test
    void confirmsAFaultByItsSymptomsAlone() {
        List<Finding> findings = grader.awaitSymptoms(lab(NOBODY), Duration.ofMinutes(5));

        assertThat(findings).extracting(Finding::outcome).containsOnly(Outcome.FAIL);
        assertThat(findings).isNotEmpty().allMatch(Finding::symptom);
    }

    @Test
    void tellsThatASymptomDidNotShow() {
        try (FakeShop shop = new FakeShop()) {
            List<Finding> findings = grader.awaitSymptoms(lab(shop.edge()), Duration.ofMillis(100));

            assertThat(findings).extracting(Finding::outcome).contains(Outcome.PASS);
            assertThat(shop.files).isEmpty();
        }
    }

    private Lab lab(URI edge) {
        return stage.stage().lab("disk-full", baseline, edge);
    }
}

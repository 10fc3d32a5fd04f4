package oncall.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import oncall.grade.Verdict.Status;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Judgement GREEN = conclusive(Outcome.PASS, Outcome.SKIPPED);

    @Test
    void fixedNeedsEveryJudgementGreen() {
        assertThat(status(GREEN, GREEN)).isEqualTo(Status.FIXED);
        assertThat(status(GREEN, conclusive(Outcome.PASS, Outcome.FAIL))).isEqualTo(Status.NOT_FIXED);
        assertThat(status(GREEN, conclusive(Outcome.PASS, Outcome.UNKNOWN))).isEqualTo(Status.COULD_NOT_GRADE);
    }

    @Test
    void nothingLookedAtIsNotFixed() {
        assertThat(status()).isEqualTo(Status.COULD_NOT_GRADE);
        assertThat(status(conclusive())).isEqualTo(Status.COULD_NOT_GRADE);
        assertThat(status(conclusive(Outcome.SKIPPED))).isEqualTo(Status.COULD_NOT_GRADE);
    }

    @Test
    void aFailureSeenOnReachableMachinesOutweighsAnUnknown() {
        assertThat(status(conclusive(Outcome.FAIL, Outcome.UNKNOWN))).isEqualTo(Status.NOT_FIXED);
    }

    @Test
    void aMachineThatWasLostOutweighsEveryFailure() {
        assertThat(status(new Judgement("before reboot", findings(Outcome.FAIL), false)))
                .isEqualTo(Status.COULD_NOT_GRADE);
        assertThat(status(conclusive(Outcome.FAIL), Judgement.impossible("after reboot", "app did not come back")))
                .isEqualTo(Status.COULD_NOT_GRADE);
        assertThat(status(new Judgement("before reboot", findings(Outcome.PASS), false)))
                .isEqualTo(Status.COULD_NOT_GRADE);
    }

    private static Status status(Judgement... judgements) {
        return Verdict.of("disk-full", 1, List.of(judgements)).status();
    }

    private static Judgement conclusive(Outcome... outcomes) {
        return new Judgement("before reboot", findings(outcomes), true);
    }

    private static List<Finding> findings(Outcome... outcomes) {
        return Arrays.stream(outcomes).map(outcome -> new Finding("check", outcome, "", Duration.ZERO, false)).toList();
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the letter is not what had to go. */
class MemoryExhaustionChecksTest {

    private final HealthyStage stage = new HealthyStage();

    @ParameterizedTest
    @CsvSource({"active,enabled,PASS", "active,disabled,FAIL", "inactive,enabled,FAIL", "inactive,disabled,FAIL", "inactive,masked,FAIL"})
    void theLetterIsPreparedTodayAndAfterABoot(String active, String file, Outcome outcome) {
        stage.machine("ops").on("systemctl show.*weekly-letter", HealthyStage.unit("weekly-letter.service", active, file));

        assertThat(new Grader(Duration.ZERO).judge(stage.stage().lab("memory-exhaustion"), MemoryExhaustionChecks.class))
                .filteredOn(finding -> finding.check().equals("the weekly letter is still prepared"))
                .singleElement().extracting(Finding::outcome).isEqualTo(outcome);
    }
}

package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.session.InjectionFailed;
import oncall.session.SampleFailures;
import org.junit.jupiter.api.Test;

class ExitCodesTest {
    @Test void anIncidentThatCouldNotBeStagedIsNoFaultOfTheUserAndExplainsItself() {
        InjectionFailed failure = SampleFailures.notStaged();
        assertThat(ExitCodes.of(failure)).isEqualTo(70);
        assertThat(ExitCodes.explained(failure)).isTrue();
        assertThat(failure).hasMessageContaining("lost-badge (seed 7 {})").hasMessageContaining("the fault did not take").hasMessageContaining("Nothing was handed over");
    }
}

package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import oncall.level.Fix;
import oncall.level.Level;
import oncall.level.Severity;
import org.junit.jupiter.api.Test;

class PhaseChoiceTest {
    private final Level level = new Level("disk-full", Path.of("disk-full"), "", Severity.SEV3, 1, "", "", List.of(), List.of(), List.of(),
        Map.of("path", List.of("/a", "/b", "/c")), List.of(), List.of(), List.of(), List.of(), List.of(new Fix("rotate", List.of())),
        List.of(new Fix("truncate-only", List.of())), false);

    @Test void withoutATextEveryPhaseIsTaken() {
        PhaseChoice choice = new PhaseChoice(List.of());
        assertThat(choice.whole()).isTrue();
        assertThat(choice.takes(PhaseChoice.IDLE)).isTrue();
        assertThat(choice.takes(PhaseChoice.RESET)).isTrue();
    }

    @Test void aTextTakesThePhasesThatHaveItInTheirNames() {
        PhaseChoice choice = new PhaseChoice(List.of("truncate", "right fix"));
        assertThat(choice.whole()).isFalse();
        assertThat(choice.takes("wrong fix truncate-only")).isTrue();
        assertThat(choice.takes("right fix rotate")).isTrue();
        assertThat(choice.takes(PhaseChoice.RESTART)).isFalse();
        assertThat(choice.takes(PhaseChoice.RESET)).isFalse();
    }

    @Test void aTextThatMeansNothingIsRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> new PhaseChoice(List.of("idle", "truncat-only")).mustMean(List.of(level))).isInstanceOf(UsageProblem.class)
            .hasMessage("--only: no phase has 'truncat-only' in its name. Phases: healthy, broken, idle, restart only, wrong fix truncate-only, right fix rotate, reset");
        assertThatCode(() -> new PhaseChoice(List.of("broken", "rotate")).mustMean(List.of(level))).doesNotThrowAnyException();
    }

    @Test void theLevelsSeedFollowsFromTheGivenOneUnlessItIsGivenItself() {
        ContractRequest following = new ContractRequest(List.of(), 2, OptionalLong.of(3), OptionalLong.empty(), List.of(), false);
        assertThat(Contract.number(following, 3, 1, level)).isEqualTo(Contract.number(following, 3, 1, level)).isNotEqualTo(Contract.number(following, 3, 2, level));
        ContractRequest given = new ContractRequest(List.of(), 2, OptionalLong.of(3), OptionalLong.of(7), List.of(), false);
        assertThat(Contract.number(given, 3, 1, level)).isEqualTo(7).isEqualTo(Contract.number(given, 3, 2, level));
    }
}

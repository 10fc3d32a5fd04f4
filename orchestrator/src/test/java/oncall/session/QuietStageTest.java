package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietStageTest {
    @TempDir private Path folder;
    private FakeStage stage;

    @BeforeEach void open() {
        stage = new FakeStage(folder);
        stage.level("SHOP does nothing");
    }

    @AfterEach void close() { stage.close(); }

    private ContractPhase proven() { return proven(Duration.ofMillis(500)); }

    private ContractPhase proven(Duration limit) { return new QuietStage(stage.context, stage.lifecycle, Duration.ofMillis(50)).prove(limit); }

    @Test void nothingThatFiresIsWhatIsWanted() {
        ContractPhase phase = proven();
        assertThat(phase.outcome()).isEqualTo("green");
        assertThat(phase.seconds()).isGreaterThanOrEqualTo(0.5);
        assertThat(stage.turnedBack()).containsExactly("healthy");
    }

    @Test void whateverFiresIsNamedAndWhatFiredBeforeIsNot() {
        stage.monitoring.fired("SearchFails", "app", Instant.now().minusSeconds(60), Instant.now().minusSeconds(30));
        Instant soon = Instant.now().plusSeconds(3);
        stage.monitoring.fired("BadgeMissing", "app", soon, soon);
        ContractPhase phase = proven(Duration.ofSeconds(20));
        assertThat(phase.asItShouldBe()).isFalse();
        assertThat(phase.detail()).isEqualTo("fired: BadgeMissing (Nothing goes on app)");
    }

    @Test void aMonitoringThatDoesNotLookOrDoesNotAnswerProvesNothing() {
        stage.monitoring.stopLooking(Instant.now().minusSeconds(120));
        assertThat(proven().outcome()).isEqualTo("could not grade");
        stage.monitoring.close();
        assertThat(proven()).satisfies(phase -> {
            assertThat(phase.outcome()).isEqualTo("could not grade");
            assertThat(phase.detail()).contains("no answer");
        });
    }
}

package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import oncall.level.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTest {
    @TempDir private Path folder;
    private FakeStage stage;

    @BeforeEach void open() { stage = new FakeStage(folder); }

    @AfterEach void close() { stage.close(); }

    private ContractReport contract(Level level, String... only) {
        return new Contract(stage.context, stage.lifecycle).run(List.of(level), List.of(level),
            new ContractRequest(List.of("lost-badge"), 1, OptionalLong.of(3), OptionalLong.of(7), List.of(only), false));
    }

    @Test void ofAPartOnlyItsPhasesAreRunAndWhatTheyStandOn() {
        ContractReport report = contract(stage.level("SHOP breaks"), "hide", "idle");
        assertThat(report.phases()).extracting(phase -> phase.phase() + " " + phase.outcome()).containsExactly("healthy green", "broken red", "idle red", "wrong fix hide red");
        assertThat(report.kept()).isTrue();
        assertThat(report.whole()).isFalse();
        assertThat(report.variants()).singleElement().satisfies(variant -> assertThat(variant.seed()).isEqualTo(7));
        // Nothing broken is left behind, though nobody judged it.
        assertThat(stage.turnedBack()).containsExactly("healthy", "contract", "healthy");
        assertThat(stage.context.journal().last().state()).isEqualTo(LabState.HEALTHY);
        assertThat(stage.said.toString()).contains("a part of the contract");
    }

    @Test void ofALevelThatDoesNotBreakNothingFurtherIsTried() {
        stage.machines.machine("app").on("SHOP cannot", "ERROR: no such table");
        ContractReport report = contract(stage.level("SHOP cannot"), "idle");
        assertThat(report.phases()).extracting(phase -> phase.phase() + " " + phase.outcome()).containsExactly("healthy green", "broken error");
        assertThat(report.kept()).isFalse();
    }
}

package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        return new Contract(stage.context, stage.lifecycle).run(List.of(level),
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

    private ContractReport resumed(Level level, List<Path> alike) {
        return new Contract(stage.context, stage.lifecycle).run(List.of(level),
            new ContractRequest(List.of("lost-badge"), 1, OptionalLong.of(3), OptionalLong.of(7), List.of(), true, alike, Duration.ZERO));
    }

    private void judge(Path clone, String text) throws IOException {
        for (String part : List.of("browser", "fault", "grade", "health", "level", "pager", "remote", "session", "vm")) {
            Path folder = Files.createDirectories(clone.resolve("orchestrator/src/main/java/oncall").resolve(part));
            Files.writeString(folder.resolve("Judge.java"), text);
        }
    }

    @Test void whatAnotherJudgeSaidIsTakenOverOnlyWhereSomebodyVouchesForIt() throws IOException {
        Level level = stage.level("SHOP breaks");
        Path before = folder.resolve("before");
        judge(before, "old");
        judge(stage.folders.project(), "old");
        assertThat(resumed(level, List.of()).takenOver()).isZero();
        assertThat(resumed(level, List.of())).satisfies(report -> assertThat(List.of(report.takenOver(), report.vouched())).containsExactly(1, 0));

        judge(stage.folders.project(), "new");
        assertThat(resumed(level, List.of(before))).satisfies(report -> assertThat(List.of(report.takenOver(), report.vouched())).containsExactly(1, 1));
        assertThat(stage.said).contains("by another judge that is vouched for");
        assertThat(resumed(level, List.of()).takenOver()).isZero();
    }

    @Test void whatIsNoCloneCannotBeVouchedFor() {
        assertThatThrownBy(() -> resumed(stage.level("SHOP breaks"), List.of(folder))).isInstanceOf(UsageProblem.class).hasMessageContaining("git worktree add");
    }

    private List<String> alerts(Level level, String... only) {
        Duration limit = Duration.ofSeconds(1);
        AlertProof alerts = new AlertProof(stage.context.prometheusApi(), new AlertProof.Waits(limit, limit, Duration.ofMillis(100), Duration.ofMillis(20)));
        return new LevelContract(stage.context, stage.lifecycle, level, level.seed(7), 1, new PhaseChoice(List.of(only)), alerts).run().stream()
            .map(phase -> phase.phase() + " " + phase.outcome() + (phase.asItShouldBe() ? "" : ": " + phase.detail())).toList();
    }

    @Test void itsAlertsFireAndAreOverAfterARightMend() {
        assertThat(alerts(stage.level("SHOP breaks", "alerts: [BadgeMissing]"), "alerts", "put-back"))
            .containsExactly("healthy green", "broken red", "alerts fire green", "right fix put-back green");
        assertThat(stage.tools.calls().stream().filter(call -> call.contains("snapshot-create-as oncall-lab-app"))).as("the mend starts with the alert firing").hasSize(2);
    }

    @Test void anAlertThatDoesNotFireIsNamedAndTheMendsAreTriedAllTheSame() {
        stage.monitoring.rule("SearchFails", "inactive");
        assertThat(alerts(stage.level("SHOP breaks", "alerts: [SearchFails]"), "alerts", "put-back")).satisfiesExactly(
            phase -> assertThat(phase).isEqualTo("healthy green"), phase -> assertThat(phase).isEqualTo("broken red"),
            phase -> assertThat(phase).startsWith("alerts fire red: alerts: SearchFails fires — it is inactive"), phase -> assertThat(phase).isEqualTo("right fix put-back green"));
    }

    @Test void aMendAfterWhichStillSomebodyIsPagedIsNone() {
        stage.monitoring.rule("SearchFails", "firing");
        assertThat(alerts(stage.level("SHOP breaks", "alerts: [SearchFails]"), "alerts", "put-back")).last().asString()
            .startsWith("right fix put-back red: alerts: SearchFails is over — it is firing");
    }

    @Test void alertsAreAwaitedAfterOneMendOnly() {
        stage.monitoring.rule("SearchFails", "firing");
        assertThat(alerts(stage.level("SHOP breaks", "alerts: [SearchFails]"), "alerts", "right fix")).filteredOn(phase -> phase.startsWith("right fix"))
            .satisfiesExactly(phase -> assertThat(phase).contains(" red: alerts"), phase -> assertThat(phase).endsWith(" green"));
    }

    @Test void ofALevelThatAPersonReportsNoAlertIsAwaited() {
        assertThat(alerts(stage.level("SHOP breaks"), "put-back")).containsExactly("healthy green", "broken red", "right fix put-back green");
    }

    @Test void ofSeveralIncidentsTheRightSeveritiesAreDeclaredAndWrongOnesAreRefused() {
        Level level = stage.severalIncidents();
        assertThat(contract(level, "wrong severities", "put-back").phases()).extracting(phase -> phase.phase() + " " + phase.outcome() + ": " + phase.detail())
            .satisfiesExactly(phase -> assertThat(phase).isEqualTo("healthy green: "), phase -> assertThat(phase).startsWith("broken red"),
                phase -> assertThat(phase).startsWith("wrong severities red: triage: the severity of 'badge' is declared — It was declared SEV1"),
                phase -> assertThat(phase).isEqualTo("right fix put-back green: "));
    }

    @Test void ofALevelThatDoesNotBreakNothingFurtherIsTried() {
        stage.machines.machine("app").on("SHOP cannot", "ERROR: no such table");
        ContractReport report = contract(stage.level("SHOP cannot"), "idle");
        assertThat(report.phases()).extracting(phase -> phase.phase() + " " + phase.outcome()).containsExactly("healthy green", "broken error");
        assertThat(report.kept()).isFalse();
    }
}

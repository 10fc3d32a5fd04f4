package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import oncall.level.Level;
import oncall.pager.Alert;
import oncall.pager.Pager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident is handed over only when customers notice it; nobody searches a healthy lab for a fault. */
class HandOverTest {
    @TempDir private Path folder;
    private FakeStage stage;

    @BeforeEach void open() { stage = new FakeStage(folder); }

    @AfterEach void close() { stage.close(); }

    private Path handOver(Level level) {
        return new HandOver(stage.context, stage.lifecycle, new Injection(stage.context, Duration.ofSeconds(1))).run(level, level.seed(7), null);
    }

    private void assertNothingIsInPlayAndAllIsWell() {
        assertThat(stage.turnedBack()).containsExactly("healthy");
        assertThat(stage.context.journal().last().state()).isEqualTo(LabState.HEALTHY);
        assertThat(Play.of(stage.context.journal().entries())).isEmpty();
        assertThat(folder.resolve("clone/incidents")).doesNotExist();
        assertThat(stage.said.toString()).contains("the VMs are turned back");
    }

    @Test void aFaultThatTookIsHandedOver() {
        Path report = handOver(stage.level("SHOP breaks"));
        assertThat(report).isRegularFile();
        assertThat(stage.turnedBack()).isEmpty();
        assertThat(Play.of(stage.context.journal().entries())).hasValueSatisfying(play -> {
            assertThat(play.level()).isEqualTo("lost-badge");
            assertThat(play.report()).isEqualTo(report);
            assertThat(play.from()).isEqualTo(folder);
        });
        assertThat(folder.resolve("lost-badge/.vagrant")).isSymbolicLink();
        LevelFolderLink.remove(stage.folders);
        assertThat(folder.resolve("lost-badge/.vagrant")).doesNotExist();
    }

    @Test void whatAPersonReportsIsPaged() {
        Pager pager = stage.context.pager(handOver(stage.level("SHOP breaks")));
        assertThat(pager.pages()).singleElement().satisfies(page -> {
            assertThat(page.alert().name()).isEqualTo(Alert.COMPLAINT);
            assertThat(page.alert().summary()).isEqualTo("No badge");
            assertThat(page.alert().severity()).isEqualTo("SEV4");
        });
    }

    @Test void eachOfSeveralIncidentsIsPagedAsItIsReported() {
        Pager pager = stage.context.pager(handOver(stage.severalIncidents()));
        assertThat(pager.pages()).extracting(page -> page.alert().incident() + ": " + page.alert().summary() + " " + page.alert().severity())
            .containsExactly("badge: It is gone! SEV?", "orders: Nothing to pack? SEV?");
    }

    @Test void whatAMonitorSeesIsLeftToIt() {
        assertThat(stage.context.pager(handOver(stage.level("SHOP breaks", "alerts: [BadgeMissing]"))).pages()).isEmpty();
    }

    @Test void aMonitoringThatDoesNotAnswerKeepsNobodyFromPlaying() {
        stage.monitoring.close();
        Pager pager = stage.context.pager(handOver(stage.level("SHOP breaks")));
        pager.poll();
        assertThat(pager.silent()).isTrue();
        assertThat(Play.of(stage.context.journal().entries())).isPresent();
    }

    @Test void aFaultThatDidNotTakeIsSaidAndUndone() {
        Level level = stage.level("SHOP does nothing");
        assertThatThrownBy(() -> handOver(level)).isInstanceOf(InjectionFailed.class).hasMessageContaining("lost-badge (seed 7 {variant=")
            .hasMessageContaining("the fault did not take").hasMessageContaining("'customers see the badge' is PASS").hasMessageContaining("Nothing was handed over");
        assertNothingIsInPlayAndAllIsWell();
    }

    @Test void aFaultWhoseScriptFailsIsSaidAndUndone() {
        stage.machines.machine("app").on("SHOP cannot", "ERROR: no such table");
        Level level = stage.level("SHOP cannot");
        assertThatThrownBy(() -> handOver(level)).isInstanceOf(InjectionFailed.class).hasMessageContaining("10-break.app.sh failed on app").hasMessageContaining("no such table");
        assertNothingIsInPlayAndAllIsWell();
    }

    @Test void aSymptomThatNobodyCouldLookAtIsNoSymptom() {
        Level level = stage.level("SHOP breaks");
        stage.write("lost-badge/checks/LostBadgeChecks.java", """
            package oncall.checks;

            @oncall.grade.LabChecks
            final class LostBadgeChecks {
                @org.junit.jupiter.api.Test
                @oncall.grade.Symptom
                void badge(oncall.grade.Lab lab) { throw new IllegalStateException("no such column"); }
            }
            """);
        assertThatThrownBy(() -> handOver(level)).isInstanceOf(InjectionFailed.class).hasMessageContaining("is UNKNOWN").hasMessageContaining("no such column");
        assertNothingIsInPlayAndAllIsWell();
    }

    @Test void whatElseGoesWrongIsUndoneToo() {
        Level level = stage.level("SHOP breaks");
        StageRecord.baselineFile(stage.folders).toFile().delete();
        assertThatThrownBy(() -> handOver(level)).hasMessageContaining("cannot read the baseline");
        assertNothingIsInPlayAndAllIsWell();
    }

    @Test void aFailureToTurnBackDoesNotHideWhy() {
        Level level = stage.level("SHOP does nothing");
        stage.tools.tool("virsh", "echo 'error: no domain' >&2; exit 1");
        assertThatThrownBy(() -> handOver(level)).isInstanceOf(InjectionFailed.class).hasMessageContaining("the fault did not take");
        assertThat(stage.said.toString()).contains("Turning them back failed, too").contains("no domain");
        // What the next command takes as its point of departure.
        assertThat(stage.context.journal().last().state()).isEqualTo(LabState.RESTORING);
    }

    @Test void aSecondFaultIsNeverPutOnTopOfAFirst() {
        Level level = stage.level("SHOP breaks");
        handOver(level);
        assertThatThrownBy(() -> handOver(level)).isInstanceOf(IllegalStateException.class).hasMessageContaining("healthy VMs only; these are PLAYING");
        assertThat(stage.turnedBack()).as("what the player has done so far stays").isEmpty();
    }
}

package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContractReportTest {
    private static ContractPhase phase(int round, String name, String expected, String outcome) {
        return new ContractPhase("disk-full", 7, round, name, expected, outcome, 1, "");
    }

    private static ContractReport report(int times, List<ContractPhase> phases) { return new ContractReport(times, 1, List.of(), 0, 0, List.of(), phases); }

    @Test void keptWhenAllIsAsItShouldBe() {
        ContractReport report = report(1, List.of(phase(1, "healthy", "green", "green"), phase(1, "idle", "red", "red")));
        assertThat(report.kept()).isTrue();
        assertThat(report.flakes()).isEmpty();
    }

    @Test void nothingTriedIsNotKept() { assertThat(report(1, List.of()).kept()).isFalse(); }

    @Test void couldNotGradeIsNotRed() { assertThat(report(1, List.of(phase(1, "idle", "red", "could not grade"))).kept()).isFalse(); }

    @Test void skippedIsNobodysFault() {
        ContractPhase skipped = phase(1, PhaseChoice.BROKEN_IN_BROWSER, "red", "skipped");
        assertThat(report(1, List.of(phase(1, "idle", "red", "red"), skipped)).kept()).isTrue();
    }

    @Test void whatDiffersBetweenRoundsIsAFlake() {
        ContractReport report = report(2, List.of(phase(1, "healthy", "green", "green"), phase(1, "idle", "red", "red"),
            phase(2, "healthy", "green", "green"), phase(2, "idle", "red", "green")));
        assertThat(report.flakes()).containsExactly("disk-full: idle");
        assertThat(report.kept("disk-full")).isFalse();
    }

    @Test void wrongInEveryRoundIsNoFlake() {
        ContractReport report = report(2, List.of(phase(1, "idle", "red", "green"), phase(2, "idle", "red", "green")));
        assertThat(report.flakes()).isEmpty();
        assertThat(report.kept()).isFalse();
    }
}

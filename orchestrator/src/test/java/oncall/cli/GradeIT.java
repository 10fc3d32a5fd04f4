package oncall.cli;

import java.util.Optional;
import oncall.grade.TextReport;
import oncall.grade.Verdict;
import oncall.session.ErrorBudget;
import oncall.session.LabBusy;
import oncall.session.LabSession;
import oncall.session.NothingInPlay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Grades the level in play as part of {@code mvn verify}: what {@code ./lab verify} does, as a test. */
@ExtendWith(LabIsUp.class)
class GradeIT {

    @Test
    @DisplayName("the incident is over")
    void theIncidentIsOver() {
        try (ConsoleProgress progress = new ConsoleProgress(System.out, false, Integer.MAX_VALUE);
                LabSession session = LabIsUp.open(progress)) {
            Verdict verdict = session.verify(true);
            Optional<ErrorBudget> cost = session.cost();
            VerdictFiles.write(LabIsUp.folders().project(), verdict, cost);
            String report = System.lineSeparator() + VerdictText.text(new TextReport(false), verdict, cost);
            switch (verdict.status()) {
                case FIXED -> System.out.println(report);
                case NOT_FIXED -> throw new NotFixed(report);
                case COULD_NOT_GRADE -> throw new CouldNotGrade(report);
            }
        } catch (LabBusy | NothingInPlay meanwhile) {
            throw new CouldNotGrade(meanwhile.getMessage());
        }
    }

    /** The message is for the player; where in the orchestrator it was made is of no interest to them. */
    static final class NotFixed extends AssertionError {

        NotFixed(String report) {
            super(report);
            setStackTrace(new StackTraceElement[0]);
        }
    }

    /** No failed assertion, so that the build tells it apart: an error, not a failure. */
    static final class CouldNotGrade extends RuntimeException {

        CouldNotGrade(String report) {
            super(report, null, false, false);
        }
    }
}

package oncall.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
            tell(System.out, LabIsUp.folders().project(), verdict, cost);
        } catch (LabBusy | NothingInPlay meanwhile) {
            throw new CouldNotGrade(meanwhile.getMessage());
        }
    }

    /** Tells the verdict also where it cannot be written, and then the latter, too: whoever reads files must not take an older one for this. */
    static void tell(PrintStream out, Path project, Verdict verdict, Optional<ErrorBudget> cost) {
        String report = System.lineSeparator() + VerdictText.text(new TextReport(false), verdict, cost);
        String unwritten = "";
        try {
            VerdictFiles.write(project, verdict, cost);
        } catch (UncheckedIOException e) {
            unwritten = "%n%s: %s".formatted(e.getMessage(), e.getCause());
        }
        switch (verdict.status()) {
            case FIXED -> {
                out.println(report);
                if (!unwritten.isEmpty()) throw new CouldNotWrite(unwritten);
            }
            case NOT_FIXED -> throw new NotFixed(report + unwritten);
            case COULD_NOT_GRADE -> throw new CouldNotGrade(report + unwritten);
        }
    }

    /** The message is for the player; where in the orchestrator it was made is of no interest to them. */
    static final class NotFixed extends AssertionError {

        NotFixed(String report) {
            super(report);
            setStackTrace(new StackTraceElement[0]);
        }
    }

    /** The verdict was told before. */
    static final class CouldNotWrite extends RuntimeException {

        CouldNotWrite(String why) {
            super(why, null, false, false);
        }
    }

    /** No failed assertion, so that the build tells it apart: an error, not a failure. */
    static final class CouldNotGrade extends RuntimeException {

        CouldNotGrade(String report) {
            super(report, null, false, false);
        }
    }
}

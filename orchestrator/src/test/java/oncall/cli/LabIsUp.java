package oncall.cli;

import java.nio.file.Path;
import java.util.Optional;
import oncall.host.Consent;
import oncall.host.LabFolders;
import oncall.process.Progress;
import oncall.session.LabSession;
import oncall.session.Play;
import oncall.vm.MachineState;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets a class run only while a level is in play on running VMs, and else says so where a person who
 * reads the build's output cannot miss it: a build that passes must not look like a mend that passed.
 */
final class LabIsUp implements ExecutionCondition {

    static LabFolders folders() {
        return LabFolders.locate(Path.of(""), System.getenv());
    }

    static LabSession open(Progress progress) {
        return LabSession.open(folders(), progress, Consent.withheld());
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        // Once for the class; its methods are not asked again.
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("a lab is up");
        }
        try (LabSession session = open(Progress.silent())) {
            Optional<Play> play = session.inPlay();
            if (play.isEmpty()) {
                return notGraded("no level is in play; ./lab up <level> starts one");
            }
            boolean off = session.status(false).machines().stream()
                    .noneMatch(machine -> machine.state() == MachineState.RUNNING);
            return off ? notGraded("%s is in play, but its VMs are off; ./lab reset starts it over"
                    .formatted(play.get().level())) : ConditionEvaluationResult.enabled("a lab is up");
        }
    }

    private static ConditionEvaluationResult notGraded(String why) {
        String line = "NOT GRADED: no lab is up (" + why + ")";
        System.out.println(line);
        return ConditionEvaluationResult.disabled(line);
    }
}

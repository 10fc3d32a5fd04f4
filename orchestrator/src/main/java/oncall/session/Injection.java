package oncall.session;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import oncall.fault.FaultInjector;
import oncall.fault.ScriptFailed;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.Outcome;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.remote.RemoteUnreachable;

/** Breaks the healthy stage and makes sure that customers would notice. */
final class Injection {
    private static final Duration SYMPTOM_LIMIT = Duration.ofSeconds(60);

    private final LabContext context;

    Injection(LabContext context) { this.context = context; }

    /**
     * Puts the fault in. The VMs have to be healthy; they are in an unknown state when this throws.
     *
     * @throws InjectionFailed when a script fails or the symptom does not show
     */
    void run(Level level, Seed seed) {
        context.record(LabState.INJECTING, level, seed, null);
        stage(level, seed);
    }

    /** The same for those who keep the journal themselves. */
    void stage(Level level, Seed seed) {
        try {
            context.progress().stage("Preparing the incident", () -> new FaultInjector().inject(level, seed, context.machines()));
        } catch (ScriptFailed | RemoteUnreachable e) {
            context.programs().check();
            throw new InjectionFailed(level, seed, e.getMessage(), e);
        }
        if (!level.rebootAfterFault().isEmpty()) {
            String problem = context.progress().stage("Rebooting " + String.join(", ", level.rebootAfterFault()),
                () -> new Reboot(context).run(level.rebootAfterFault()));
            if (!problem.isEmpty()) throw new InjectionFailed(level, seed, problem, null);
        }
        List<Finding> symptoms = context.progress().stage("Confirming the symptom",
            () -> new Grader().awaitSymptoms(context.lab(level, seed), SYMPTOM_LIMIT));
        context.programs().check();
        List<Finding> notShown = symptoms.stream().filter(finding -> finding.outcome() != Outcome.FAIL).toList();
        if (symptoms.isEmpty() || !notShown.isEmpty()) {
            throw new InjectionFailed(level, seed, symptoms.isEmpty() ? "the level has no check marked @Symptom" : "the symptom did not show: "
                + notShown.stream().map(finding -> finding.check() + " is " + finding.outcome() + (finding.message().isEmpty() ? "" : " (" + finding.message() + ")"))
                .collect(Collectors.joining("; ")), null);
        }
    }
}

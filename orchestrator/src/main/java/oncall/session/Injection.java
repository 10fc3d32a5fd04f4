package oncall.session;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import oncall.fault.FaultInjector;
import oncall.fault.ScriptFailed;
import oncall.grade.Finding;
import oncall.grade.Outcome;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.remote.RemoteCommandFailed;
import oncall.remote.RemoteUnreachable;

/** Breaks the healthy stage and makes sure that customers would notice. */
final class Injection {
    /** Time for what the fault started to show, such as a queue that fills. */
    static final Duration SYMPTOM_LIMIT = Duration.ofSeconds(60);

    private final LabContext context;
    private final Duration symptomLimit;

    Injection(LabContext context) { this(context, SYMPTOM_LIMIT); }

    Injection(LabContext context, Duration symptomLimit) {
        this.context = context;
        this.symptomLimit = symptomLimit;
    }

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
            reboot(level, seed);
        } catch (ScriptFailed | RemoteUnreachable | RemoteCommandFailed e) {
            context.programs().check();
            throw new InjectionFailed(level, seed, e.getMessage(), e);
        }
        confirm(level, seed);
    }

    private void reboot(Level level, Seed seed) {
        if (level.rebootAfterFault().isEmpty()) return;
        String problem = context.progress().stage("Rebooting " + String.join(", ", level.rebootAfterFault()),
            () -> new Reboot(context).run(level.rebootAfterFault()));
        if (!problem.isEmpty()) throw new InjectionFailed(level, seed, problem, null);
    }

    private void confirm(Level level, Seed seed) {
        List<Finding> symptoms = context.progress().stage("Confirming the symptom",
            () -> context.grader().awaitSymptoms(context.lab(level, seed, true), symptomLimit));
        context.programs().check();
        if (symptoms.stream().noneMatch(Finding::symptom)) {
            throw new InjectionFailed(level, seed, "no check marked @Symptom could be run, so that nobody can tell whether the fault took: "
                + symptoms.stream().map(Finding::message).collect(Collectors.joining("; ")), null);
        }
        String notShown = symptoms.stream().filter(finding -> finding.outcome() != Outcome.FAIL)
            .map(finding -> "'" + finding.check() + "' is " + finding.outcome() + (finding.message().isEmpty() ? "" : " (" + finding.message() + ")"))
            .collect(Collectors.joining("; "));
        if (!notShown.isEmpty()) {
            throw new InjectionFailed(level, seed, "the fault did not take: after " + symptomLimit.toSeconds() + " s customers would not notice: " + notShown, null);
        }
    }
}

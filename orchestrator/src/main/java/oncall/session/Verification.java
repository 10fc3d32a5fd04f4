package oncall.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import oncall.grade.CheckClasses;
import oncall.grade.Finding;
import oncall.grade.Judgement;
import oncall.grade.Outcome;
import oncall.grade.Verdict;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.remote.RemoteCommandFailed;
import oncall.remote.RemoteUnreachable;
import oncall.vm.MachineState;

/** Judges a mend: now, and again after a reboot. */
final class Verification {
    private static final String BEFORE = "before reboot";
    private static final String AFTER = "after reboot";

    private final LabContext context;

    Verification(LabContext context) { this.context = context; }

    /** Whether the judge was content with what it saw first, and so rebooted. */
    static boolean rebooted(Verdict verdict) { return verdict.judgements().stream().anyMatch(judgement -> judgement.phase().equals(AFTER)); }

    /** What the level's checks say where nothing was broken. */
    Verdict judgeHealthy(Level level, Seed seed) {
        return Verdict.of(level.id(), seed.number(), List.of(look(BEFORE, level, seed, false)));
    }

    /** @param reboot false for a quick look; a mend that does not survive a reboot then passes */
    Verdict judge(Level level, Seed seed, boolean reboot) { return judge(level, seed, reboot, Optional.empty()); }

    /** @param triage judges the work on several incidents at the same time; empty where nobody has worked */
    Verdict judge(Level level, Seed seed, boolean reboot, Optional<Triage> triage) {
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(look(BEFORE, level, seed, true));
        triage.flatMap(work -> work.judge(level, seed)).ifPresent(judgements::add);
        if (judgements.stream().allMatch(Judgement::green) && reboot && !level.reboot().isEmpty()) {
            String problem = context.progress().stage("Rebooting " + String.join(", ", level.reboot()), () -> reboot(level));
            context.programs().check();
            judgements.add(problem.isEmpty() ? look(AFTER, level, seed, true) : Judgement.impossible(AFTER, problem));
        }
        return Verdict.of(level.id(), seed.number(), judgements);
    }

    /**
     * The verdict on a mend that should be refused: the level's own checks alone, where they already refuse it; the
     * whole verdict, reboot included, where they do not.
     */
    Verdict refuse(Level level, Seed seed, Optional<Triage> triage) {
        List<Finding> findings = context.progress().stage("Judging the level's own checks",
            () -> context.grader().refuse(context.lab(level, seed, true), CheckClasses.of(level)));
        context.programs().check();
        boolean refused = findings.stream().anyMatch(finding -> finding.outcome() == Outcome.FAIL) && notRunning().isEmpty();
        return refused ? Verdict.of(level.id(), seed.number(), List.of(new Judgement(BEFORE, findings, true))) : judge(level, seed, true, triage);
    }

    /** What a real browser shows; nothing but skipped checks where this host has none. */
    Verdict inBrowser(Level level, Seed seed) {
        List<Finding> findings = context.progress().stage("Looking through a browser",
            () -> context.grader().judgeInBrowser(context.lab(level, seed, true)));
        context.programs().check();
        return Verdict.of(level.id(), seed.number(), List.of(new Judgement("in the browser", findings, true)));
    }

    private String reboot(Level level) {
        try {
            return new Reboot(context).run(level.reboot());
        } catch (RemoteUnreachable | RemoteCommandFailed e) {
            return e.getMessage();
        }
    }

    private Judgement look(String phase, Level level, Seed seed, boolean faulty) {
        String stopped = notRunning();
        if (!stopped.isEmpty()) return Judgement.impossible(phase, stopped);
        Judgement judgement = context.progress().stage("Judging " + phase, () -> context.grader().judge(phase, context.lab(level, seed, faulty)));
        context.programs().check();
        // Stopped while it was judged: what failed may have failed because of that.
        stopped = notRunning();
        if (stopped.isEmpty()) return judgement;
        List<Finding> findings = new ArrayList<>(judgement.findings());
        findings.addAll(Judgement.impossible(phase, stopped).findings());
        return new Judgement(phase, findings, false);
    }

    private String notRunning() {
        Map<String, MachineState> states = context.stage().states();
        String stopped = states.entrySet().stream().filter(entry -> entry.getValue() != MachineState.RUNNING)
            .map(entry -> entry.getKey() + " is " + entry.getValue()).collect(Collectors.joining(", "));
        if (stopped.isEmpty()) return "";
        return stopped + ". Start it (virsh -c qemu:///system start oncall-lab-<vm>, or `vagrant up` in the level's folder) and verify again, or start over with `./lab reset`.";
    }
}

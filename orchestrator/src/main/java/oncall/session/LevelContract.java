package oncall.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oncall.fault.FaultInjector;
import oncall.grade.Baseline;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.Judgement;
import oncall.grade.Outcome;
import oncall.grade.Verdict;
import oncall.level.Fix;
import oncall.level.Incident;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.level.Severity;
import oncall.pager.Pager;
import oncall.process.Cancelled;
import oncall.remote.Remote;

/** One level against its contract, once. */
final class LevelContract {
    private static final String BROKEN = "contract";
    private static final String GREEN = "green";
    private static final String RED = "red";
    // What nobody restarts in the hope that the shop gets better, and through which we look at the machine.
    private static final Pattern SYSTEM = Pattern.compile("^(systemd-|dbus|ssh|qemu-guest-agent|user@|getty|cron|polkit)");
    private static final Duration READY_LIMIT = Duration.ofSeconds(45);
    private static final Duration RESTART_LIMIT = Duration.ofMinutes(4);

    private final LabContext context;
    private final StageLifecycle lifecycle;
    private final Level level;
    private final Seed seed;
    private final int round;
    private final PhaseChoice choice;
    private final Verification verification;
    private final AlertProof alerts;
    private final Pager pager;
    private final Optional<Triage> triage;
    /** Seen to fire, and not yet seen to be over. */
    private boolean firing;
    private final FaultInjector injector = new FaultInjector();
    private final List<ContractPhase> phases = new ArrayList<>();

    LevelContract(LabContext context, StageLifecycle lifecycle, Level level, Seed seed, int round, PhaseChoice choice) {
        this(context, lifecycle, level, seed, round, choice, new AlertProof(context.prometheusApi(), AlertProof.Waits.USUAL));
    }

    LevelContract(LabContext context, StageLifecycle lifecycle, Level level, Seed seed, int round, PhaseChoice choice, AlertProof alerts) {
        this.context = context;
        this.lifecycle = lifecycle;
        this.level = level;
        this.seed = seed;
        this.round = round;
        this.choice = choice;
        this.verification = new Verification(context);
        this.alerts = alerts;
        this.pager = context.pager(context.folders().state().resolve("contract/report.md"));
        this.triage = Optional.of(new Triage(context.prometheusApi(), pager, () -> new Span(pager.handedOver(), Instant.now())));
    }

    List<ContractPhase> run() {
        context.stage().deleteSnapshot(BROKEN);
        try {
            phase(PhaseChoice.HEALTHY, GREEN, () -> {
                lifecycle.turnBack();
                return verification.judgeHealthy(level, seed);
            });
            // What follows stands on the fault being there.
            if (phase(PhaseChoice.BROKEN, RED, this::broken)) {
                if (!level.paging().byComplaint()) phaseIfChosen(PhaseChoice.ALERTS, GREEN, this::alerted);
                tryMends();
            }
        } finally {
            if (!context.programs().cancelled()) context.stage().deleteSnapshot(BROKEN);
        }
        phaseIfChosen(PhaseChoice.RESET, GREEN, () -> {
            lifecycle.turnBack();
            return verification.judgeHealthy(level, seed);
        });
        return phases;
    }

    private void tryMends() {
        phaseIfChosen(PhaseChoice.IDLE, RED, () -> verification.refuse(level, seed, Optional.empty()));
        phaseIfChosen(PhaseChoice.RESTART, RED, () -> {
            restartServices();
            return verification.refuse(level, seed, Optional.empty());
        });
        for (Fix fix : level.wrongFixes()) {
            phaseIfChosen(PhaseChoice.wrong(fix), RED, () -> {
                fromBroken(fix);
                return verification.refuse(level, seed, triage);
            });
        }
        if (!level.paging().incidents().isEmpty()) {
            phaseIfChosen(PhaseChoice.SEVERITIES, RED, () -> {
                // As if whoever was first to complain had it worst.
                fromBroken(level.rightFixes().get(0), incidents().map(Incident::severity).sorted().toList());
                return verification.refuse(level, seed, triage);
            });
        }
        for (Fix fix : level.rightFixes()) {
            phaseIfChosen(PhaseChoice.right(fix), GREEN, () -> {
                fromBroken(fix);
                Verdict verdict = verification.judge(level, seed, true, triage);
                return andQuiet(verdict);
            });
        }
        if (Grader.looksInBrowser(level)) lookThroughABrowser();
    }

    /** The mend shows that the browser saw the fault before, and not just a page that it could not open. */
    private void lookThroughABrowser() {
        phaseIfChosen(PhaseChoice.BROKEN_IN_BROWSER, RED, () -> {
            lifecycle.revert(BROKEN);
            return verification.inBrowser(level, seed);
        });
        phaseIfChosen(PhaseChoice.MENDED_IN_BROWSER, GREEN, () -> {
            fromBroken(level.rightFixes().get(0));
            // Nobody looks twice, as a judgement would: what is slow to come back has its time here.
            new Readiness(context).shop(READY_LIMIT);
            return verification.inBrowser(level, seed);
        });
    }

    private Verdict broken() {
        new Injection(context).stage(level, seed);
        context.progress().stage("Taking a snapshot of the broken stage", () -> lifecycle.snapshot(BROKEN));
        return verification.refuse(level, seed, Optional.empty());
    }

    /** From here on every mend starts with the alerts firing, as for a player. */
    private Verdict alerted() {
        Judgement judgement = context.progress().stage("Waiting for the alerts", () -> alerts.fires(level.paging().alerts()));
        context.programs().check();
        context.stage().deleteSnapshot(BROKEN);
        context.progress().stage("Taking a snapshot of the broken stage", () -> lifecycle.snapshot(BROKEN));
        Verdict verdict = Verdict.of(level.id(), seed.number(), List.of(judgement));
        firing = verdict.status() == Verdict.Status.FIXED;
        return verdict;
    }

    /**
     * The same verdict, and that nobody is paged any more. Whichever mend it was, the alerts look at the same, so that minutes
     * of waiting are spent on the first one only. Of alerts that were not seen to fire, the end proves nothing.
     */
    private Verdict andQuiet(Verdict verdict) {
        if (verdict.status() != Verdict.Status.FIXED || !firing) return verdict;
        firing = false;
        List<Judgement> judgements = new ArrayList<>(verdict.judgements());
        judgements.add(context.progress().stage("Waiting until the alerts are over", () -> alerts.areOver(level.paging().alerts())));
        context.programs().check();
        return Verdict.of(level.id(), seed.number(), judgements);
    }

    private void fromBroken(Fix fix) { fromBroken(fix, incidents().map(Incident::severity).toList()); }

    /** @param severities what is declared, in the order in which incidents are reported */
    private void fromBroken(Fix fix, List<Severity> severities) {
        lifecycle.revert(BROKEN);
        Triage.begin(pager, level.incidents(seed));
        for (int i = 0; i < severities.size(); i++) pager.declare(pager.pages().get(i), severities.get(i).name());
        context.progress().stage("Applying " + fix.name(), () -> injector.apply(fix, seed, context.machines()));
    }

    private Stream<Incident> incidents() { return level.incidents(seed).stream(); }

    private void restartServices() {
        Baseline baseline = Baseline.read(StageRecord.baselineFile(context.folders()));
        for (String machine : level.machines()) {
            Remote remote = context.machines().apply(machine);
            List<String> services = baseline.machines().get(machine).units().entrySet().stream()
                .filter(unit -> unit.getValue().active() && !SYSTEM.matcher(unit.getKey()).find()).map(java.util.Map.Entry::getKey).toList();
            context.progress().stage("Restarting the services of " + machine,
                // A restart that fails is part of what a player would see; the judgement tells.
                () -> remote.sudo("systemctl restart " + String.join(" ", services) + "; true", RESTART_LIMIT));
        }
    }

    private void phaseIfChosen(String name, String expected, Supplier<Verdict> work) {
        if (choice.takes(name)) phase(name, expected, work);
    }

    /** @return whether it came out as expected */
    private boolean phase(String name, String expected, Supplier<Verdict> work) {
        context.programs().check();
        context.progress().say("— " + level.id() + ": " + name + ", to be " + expected);
        Instant begin = Instant.now();
        String outcome;
        String detail;
        try {
            Verdict verdict = work.get();
            outcome = Contract.outcome(verdict);
            detail = why(verdict);
        } catch (Cancelled e) {
            throw e;
        } catch (RuntimeException e) {
            // One level's defect must not hide what the others are worth.
            context.programs().check();
            outcome = "error";
            detail = String.valueOf(e.getMessage());
        }
        ContractPhase phase = new ContractPhase(level.id(), seed.number(), round, name, expected, outcome,
            Duration.between(begin, Instant.now()).toMillis() / 1000.0, detail);
        phases.add(phase);
        context.progress().say("  %s%s".formatted(phase.outcome(), detail.isEmpty() ? "" : " — " + detail));
        return phase.asItShouldBe();
    }

    private static String why(Verdict verdict) {
        return verdict.judgements().stream().flatMap(judgement -> judgement.findings().stream()
            .filter(finding -> finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.UNKNOWN || judgement.skipped())
            .map(finding -> judgement.phase() + ": " + inWords(finding))).findFirst().orElse("");
    }

    private static String inWords(Finding finding) { return finding.check() + " — " + finding.message(); }
}

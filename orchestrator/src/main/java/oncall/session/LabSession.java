package oncall.session;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oncall.grade.CheckClasses;
import oncall.grade.Grader;
import oncall.grade.Verdict;
import oncall.host.Box;
import oncall.host.Consent;
import oncall.host.Doctor;
import oncall.host.HostSetup;
import oncall.host.LabFolders;
import oncall.host.Need;
import oncall.level.Level;
import oncall.level.LevelCatalog;
import oncall.level.LevelDrafts;
import oncall.level.Seed;
import oncall.level.StageSpec;
import oncall.level.UnknownLevel;
import oncall.pager.MonitoringSilent;
import oncall.pager.Pager;
import oncall.process.Cancelled;
import oncall.process.Children;
import oncall.process.Progress;
import oncall.process.Programs;
import oncall.vm.Stage;

/**
 * The lab of this user on this host. Each method that changes it holds the {@link LabLock} and leaves, also when it
 * fails or is cancelled, a state from which the next command can go on.
 */
public final class LabSession implements AutoCloseable {
    private final LabContext context;
    private final List<Path> otherLevels;
    private final Consent consent;
    private final HostSetup setup;
    private final Doctor doctor;
    private final StageLifecycle lifecycle;

    private LabSession(LabContext context, List<Path> otherLevels, Consent consent) {
        this.context = context;
        this.otherLevels = List.copyOf(otherLevels);
        this.consent = consent;
        this.doctor = new Doctor(HostNeeds.all(context));
        this.setup = new HostSetup(context.folders(), context.programs(), context.progress(), consent, doctor,
            new Doctor(HostNeeds.changing(context)));
        this.lifecycle = new StageLifecycle(context);
    }

    /** With the levels of the clone. */
    public static LabSession open(LabFolders folders, Progress progress, Consent consent) { return open(folders, List.of(), progress, consent); }

    /**
     * @param otherLevels further folders of levels, outside the clone
     * @throws oncall.level.InvalidManifests when machines.yaml is not what it should be
     */
    public static LabSession open(LabFolders folders, List<Path> otherLevels, Progress progress, Consent consent) {
        Programs programs = new Programs(new Children(folders.children()));
        StageSpec spec = StageSpec.load(folders.stage().resolve("machines.yaml"));
        Stage stage = new Stage(spec, folders.stage(), folders.dotVagrant(), programs);
        Journal journal = new Journal(folders.state().resolve("journal.jsonl"));
        return new LabSession(new LabContext(folders, programs, progress, journal, stage, new Machines(spec, folders), new Grader()), otherLevels, consent);
    }

    public List<Need> doctor() { return Stream.concat(doctor.examine().stream(), Stream.of(HostNeeds.lock(context))).toList(); }

    /** @throws oncall.level.InvalidManifests when any level's manifest is not what it should be */
    public LevelCatalog catalog() { return LevelCatalog.load(context.folders().levels(), otherLevels); }

    /** The level that is in play, if any. */
    public Optional<Play> inPlay() { return Play.of(context.journal().entries()); }

    public History history() { return new History(context.journal().entries()); }

    public LabStatus status(boolean health) { return new StatusReading(context).read(health); }

    /** Sets the host up, boots or restores the stage, stages the incident and hands it over. */
    public Ticket up(UpRequest request) {
        return exclusively("up " + request.level(), () -> {
            LevelCatalog catalog = catalog();
            Level level = request.level().equals(UpRequest.RANDOM)
                ? new RandomLevel(new Random()).draw(catalog.tried(), history().played(), request.difficulty()) : catalog.byId(request.level());
            CheckClasses.of(level);
            new Recovery(context).run();
            Optional<Play> play = inPlay();
            if (play.isPresent() && play.get().level().equals(level.id()) && sameSeed(request, play.get()) && context.stage().isRunning()) {
                return ticket(level, level.seed(play.get().seed()), true, play.get().report());
            }
            askToGiveUp(play.filter(current -> !current.fixed()));
            prepareStage();
            return handOver(level, level.seed(request.seed().orElseGet(() -> new Random().nextInt(1_000_000))), null);
        });
    }

    /** Starts the incident in play over, in the same variant. */
    public Ticket reset() {
        return exclusively("reset", () -> {
            JournalEntry last = context.journal().last();
            Optional<Play> play = inPlay();
            if (play.isEmpty() && last.state() != LabState.INJECTING) throw new NothingInPlay("No level is in play, so there is nothing to start over. ./lab up <level> starts one.");
            Level level = levelInPlay(play.map(Play::level).orElse(last.level()), play.map(Play::from).orElse(last.from() == null ? null : Path.of(last.from())));
            Seed seed = level.seed(play.map(Play::seed).orElse(last.seed()));
            new Recovery(context).run();
            prepareStage();
            return handOver(level, seed, play.map(Play::report).orElse(null));
        });
    }

    /**
     * Judges the mend of the level in play.
     *
     * @param reboot false for a quick look, which does not count
     */
    public Verdict verify(boolean reboot) {
        return exclusively("verify", () -> {
            JournalEntry last = context.journal().last();
            Play play = inPlay().orElseThrow(() -> new NothingInPlay(last.state() == LabState.INJECTING
                ? "The orchestrator was interrupted while it staged " + last.level() + ", so there is nothing to grade yet. ./lab reset stages it again."
                : "No level is in play. ./lab up <level> starts one, ./lab list shows which there are."));
            new Recovery(context).run();
            Level level = levelInPlay(play.level(), play.from());
            Seed seed = level.seed(play.seed());
            context.record(LabState.VERIFYING, level, seed, null);
            String outcome = Play.judged(Play.UNKNOWN, false);
            try {
                Triage triage = new Triage(context.prometheusApi(), context.pager(play.report()), () -> Triage.worked(context.journal().entries(), Instant.now()));
                Verdict verdict = new Verification(context).judge(level, seed, reboot, Optional.of(triage));
                outcome = Play.judged(reboot ? verdict.status().name() : Play.QUICK_LOOK, Verification.rebooted(verdict));
                return verdict;
            } finally {
                context.record(LabState.PLAYING, level, seed, outcome);
            }
        });
    }

    public void down(DownMode mode) {
        exclusively("down", () -> {
            new Recovery(context).run();
            LevelFolderLink.remove(context.folders());
            if (mode == DownMode.STOP) {
                if (context.stage().hasTraces()) lifecycle.stop();
                return null;
            }
            context.progress().stage("Removing the VMs", lifecycle::remove);
            if (mode == DownMode.PURGE) context.progress().stage("Removing boxes, pool and cache", setup::purge);
            return null;
        });
    }

    /** The pager of the incident in play. It works while other commands do, and changes nothing on the VMs. */
    public Pager pager() { return pager(mustBeInPlay()); }

    /** The same for those who know what is in play. */
    public Pager pager(Play play) { return context.pager(play.report()); }

    /** @throws NothingInPlay when no level is in play, so that nobody is paged */
    public Play mustBeInPlay() {
        return inPlay().orElseThrow(() -> new NothingInPlay("No level is in play, so nobody is paged. ./lab up <level> starts one."));
    }

    /** The command that is about to hand a level over; empty where none runs, or it does something else. */
    public Optional<String> handsOverSoon() {
        Optional<String> command = LabLock.holder(LabLock.file(context.folders()));
        // Looked at later than the lock: a command lets go of it after its last state.
        return command.filter(held -> context.journal().last().state().maySoonBePlaying());
    }

    /** What the incident in play has cost customers, up to the newest judgement; empty where the monitoring does not tell. */
    public Optional<ErrorBudget> cost() {
        if (inPlay().isEmpty()) return Optional.empty();
        try {
            return Optional.of(ErrorBudget.of(context.journal().entries(), Instant.now(), context.prometheusApi()));
        } catch (MonitoringSilent e) {
            context.progress().say("What it cost customers is not known: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Tries levels against the contract, whole or in part, on the real VMs. */
    public ContractReport contract(ContractRequest request) {
        return exclusively("contract", () -> {
            LevelCatalog catalog = catalog();
            List<Level> levels = request.levels().isEmpty() ? catalog.tried() : request.levels().stream().map(catalog::byId).toList();
            new PhaseChoice(request.only()).mustMean(levels);
            levels.forEach(CheckClasses::of);
            new Recovery(context).run();
            askToGiveUp(inPlay().filter(current -> !current.fixed()));
            prepareStage();
            return new Contract(context, lifecycle).run(levels, request);
        });
    }

    /** Makes what {@code worker} runs here stop soon; it then throws {@link Cancelled} there. */
    public void cancel(Thread worker) { context.programs().cancel(worker); }

    @Override public void close() { context.machines().close(); }

    /** The level that was handed over, from where it was found then; what is wrong with other levels does not matter to it. */
    private Level levelInPlay(String id, Path from) {
        List<Path> others = new ArrayList<>(otherLevels);
        if (from != null && Files.isDirectory(from) && !others.contains(from)) others.add(from);
        try {
            Level level = LevelDrafts.read(context.folders().levels(), others).byId(id);
            CheckClasses.of(level);
            return level;
        } catch (UnknownLevel e) {
            if (from == null) throw e;
            throw new UsageProblem("The level in play, " + id + ", came from " + from + " and is not there any more. Put it back, say where it is now (--levels DIR), "
                + "or give it up (./lab down).");
        }
    }

    private void prepareStage() {
        Box box = setup.ensure();
        String driver = lifecycle.driver(box);
        LevelFolderLink.remove(context.folders());
        if (lifecycle.isCurrent(box, driver)) {
            lifecycle.restore();
            return;
        }
        if (context.stage().hasTraces()) context.progress().say("The VMs are not those that this clone describes; they are made anew.");
        lifecycle.boot(box, driver);
        setup.prune(box);
    }

    private Ticket handOver(Level level, Seed seed, Path report) {
        return ticket(level, seed, false, new HandOver(context, lifecycle, new Injection(context)).run(level, seed, report));
    }

    private Ticket ticket(Level level, Seed seed, boolean again, Path report) {
        URI edge = context.uri(80);
        Pager pager = context.pager(report);
        pager.poll();
        return new Ticket(level, seed, again, edge, context.spec().names(), report, context.from(level), pager.pages());
    }

    private static boolean sameSeed(UpRequest request, Play play) {
        return request.seed().isEmpty() || request.seed().getAsLong() == play.seed();
    }

    private void askToGiveUp(Optional<Play> play) {
        if (play.isEmpty()) return;
        String what = play.get().level() + " is in play since " + play.get().since() + " and not fixed.";
        if (!consent.asks(what + " Give it up?")) {
            throw new UsageProblem(what + " Finish it (./lab verify), give it up (./lab down), or " + consent.howToGive() + ".");
        }
        context.progress().say(play.get().level() + " is given up.");
    }

    private <T> T exclusively(String command, Supplier<T> work) {
        try (LabLock lock = LabLock.take(LabLock.file(context.folders()), command)) {
            return work.get();
        } catch (RuntimeException e) {
            if (!context.programs().cancelled()) throw e;
            // What was cancelled may fail in any way; the reason is the same.
            Thread.interrupted();
            leaveNothingHalf();
            throw e instanceof Cancelled ? e : new Cancelled(e);
        }
    }

    private void leaveNothingHalf() {
        switch (context.journal().last().state()) {
            case RESTORING, INJECTING, CONTRACT, HEALTHY -> lifecycle.stop();
            default -> { }
        }
    }
}

package oncall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import oncall.process.Progress;
import oncall.session.DownMode;
import oncall.session.LabSession;
import oncall.session.Play;
import oncall.session.UpRequest;
import oncall.session.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "benchmark", description = "For the lab's own developers: measures on the real VMs how long a player waits. Seconds are this host's; "
    + "ratios, all from one run, can be compared with another's. Afterwards the VMs are off and no level is in play.")
final class BenchmarkCommand extends LabCommand {
    static final String FROM_OFF = "up, VMs off";
    private static final String FROM_NOTHING = "up, no VMs";
    private static final String RESET = "reset";
    private static final String QUICK_LOOK = "verify --no-reboot";
    /** Shorter stages only make the table longer. */
    private static final double WORTH_A_ROW = 0.02;
    private static final long SEED = 1;

    @Parameters(paramLabel = "LEVEL", arity = "0..1", defaultValue = "payload-too-large",
        description = "Id of the level to stage, always in the same variant. It counts as played. Default: ${DEFAULT-VALUE}.")
    private String level;

    @Option(names = "--times", paramLabel = "N", defaultValue = "3", description = "Rounds, of which the table has the median. Default: ${DEFAULT-VALUE}.")
    private int times;

    @Option(names = "--from-nothing", description = "Also measure, once, the first boot: removes the VMs and makes them anew, which takes minutes.")
    private boolean fromNothing;

    @Option(names = {"-y", "--yes"}, description = "Consent in advance to what would be asked: installing, building, giving up a level in play.")
    private boolean yes;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private Stopwatch watch;

    @Override boolean consents() { return yes; }

    @Override Progress progress(Progress console) {
        watch = new Stopwatch(console, System::nanoTime);
        return watch;
    }

    @Override int run(LabSession session) {
        if (times < 1) throw new UsageProblem("--times must be 1 or more");
        if (level.equals(UpRequest.RANDOM)) throw new UsageProblem("A benchmark stages a level by its name, so that two runs can be compared. ./lab list shows which there are.");
        // Up would hand it over as it is, and the player's report is none of ours.
        if (session.inPlay().filter(play -> play.level().equals(level) && play.seed() == SEED).isPresent()) {
            throw new UsageProblem(level + " is in play in the very variant that is to be measured. ./lab down ends it.");
        }
        measure(session);
        List<Timing> timings = watch.timings(FROM_OFF);
        if (json) Json.print(timings);
        else System.out.print(text(timings));
        return ExitCodes.OK;
    }

    static String text(List<Timing> timings) {
        Table table = new Table("step", "rounds", "seconds", "ratio");
        for (Timing timing : timings) {
            if (!timing.stage().equals(Timing.WHOLE) && timing.ratio() < WORTH_A_ROW) continue;
            table.row(timing.stage().equals(Timing.WHOLE) ? timing.step() : "  " + timing.stage(), timing.rounds(),
                "%.1f".formatted(timing.seconds()), "%.2f".formatted(timing.ratio()));
        }
        return "\n" + table.render() + "\nMedians. Ratio: to \"" + FROM_OFF + "\".\n";
    }

    private void measure(LabSession session) {
        List<Path> reports = new ArrayList<>();
        try {
            // Sets up what is missing, asks what is to be asked, and warms the host's caches; none of it is to be measured.
            reports.add(up(session));
            if (fromNothing) {
                session.down(DownMode.DESTROY);
                watch.measure(FROM_NOTHING, () -> reports.add(up(session)));
            }
            for (int round = 0; round < times; round++) {
                session.down(DownMode.STOP);
                watch.measure(FROM_OFF, () -> reports.add(up(session)));
                watch.measure(RESET, session::reset);
                watch.measure(QUICK_LOOK, () -> session.verify(false));
            }
            session.down(DownMode.STOP);
        } finally {
            // Interrupted, it leaves a level in play, which needs its own.
            session.inPlay().map(Play::report).ifPresent(reports::remove);
            reports.forEach(report -> remove(report.getParent()));
        }
    }

    /** @return the incident report, into which nobody will write */
    private Path up(LabSession session) {
        return session.up(new UpRequest(level, OptionalLong.of(SEED), OptionalInt.empty())).report();
    }

    private static void remove(Path incident) {
        try (Stream<Path> walk = Files.walk(incident)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + incident, e);
        }
    }
}

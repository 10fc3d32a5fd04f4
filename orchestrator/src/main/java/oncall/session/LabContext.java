package oncall.session;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import oncall.grade.Baseline;
import oncall.grade.Grader;
import oncall.grade.Lab;
import oncall.grade.StagedLab;
import oncall.health.HttpProbe;
import oncall.host.LabFolders;
import oncall.level.Forward;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.level.StageSpec;
import oncall.pager.Pager;
import oncall.pager.Prometheus;
import oncall.process.Progress;
import oncall.process.Programs;
import oncall.vm.Stage;

/** What the parts of a session share. */
record LabContext(LabFolders folders, Programs programs, Progress progress, Journal journal, Stage stage, Machines machines, Grader grader) {
    private static final int HTTP = 80;
    private static final int PROMETHEUS = 9090;
    private static final int ALERTMANAGER = 9093;
    /** With a monitoring that does not answer; the ticket waits so long. */
    private static final Duration PAGER_PATIENCE = Duration.ofSeconds(3);

    StageSpec spec() { return stage.spec(); }

    /** Writes to the journal what is about to be done with a level. */
    void record(LabState state, Level level, Seed seed, String detail) {
        journal.record(state, level.id(), seed.number(), detail, from(level));
    }

    /** The folder of levels, outside the clone, that it is in; null for the clone's own. */
    Path from(Level level) {
        Path from = level.folder().toAbsolutePath().normalize().getParent();
        return from.equals(folders.levels().toAbsolutePath().normalize()) ? null : from;
    }

    /** The shop as customers on the host reach it. */
    HttpProbe shop() { return new HttpProbe(uri(HTTP)); }

    HttpProbe prometheus() { return new HttpProbe(uri(PROMETHEUS)); }

    /** The pager of the incident whose report this is. */
    Pager pager(Path report) { return new Pager(report.resolveSibling("pager.jsonl"), uri(PROMETHEUS), uri(ALERTMANAGER), PAGER_PATIENCE); }

    Prometheus prometheusApi() { return new Prometheus(uri(PROMETHEUS)); }

    URI uri(int guestPort) {
        int port = spec().machines().stream().flatMap(machine -> machine.forwards().stream()).filter(forward -> forward.guest() == guestPort)
            .map(Forward::host).findFirst().orElseThrow(() -> new IllegalStateException("machines.yaml forwards nothing to port " + guestPort));
        return URI.create("http://127.0.0.1:" + port);
    }

    /** @param faulty whether the level's fault was injected */
    Lab lab(Level level, Seed seed, boolean faulty) {
        return new StagedLab(level, seed, spec(), machines, shop(), Baseline.read(StageRecord.baselineFile(folders)), faulty, new Random());
    }
}

package oncall.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import oncall.grade.Baseline;
import oncall.health.GuestProbe;
import oncall.host.Box;
import oncall.host.KvmProbe;
import oncall.process.Progress;
import oncall.vm.StageFailed;
import oncall.vm.StageSettings;
import oncall.vm.Together;

/** Brings the VMs from nothing to a proven healthy snapshot, back to it, and away. */
final class StageLifecycle {
    static final String HEALTHY = "healthy";
    /** For those who work on the stage itself and want to look inside VMs that did not become healthy. */
    private static final String KEEP_FAILED = "ONCALL_LAB_KEEP_FAILED";
    private static final Duration SSH_LIMIT = Duration.ofMinutes(3);
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(5);
    private static final Duration QUIET_LIMIT = Duration.ofMinutes(5);
    private static final Duration READY_AGAIN_LIMIT = Duration.ofSeconds(90);

    private final LabContext context;
    private final Readiness readiness;

    StageLifecycle(LabContext context) {
        this.context = context;
        this.readiness = new Readiness(context);
    }

    /** Whether the VMs are those that box, roles and description now ask for, with a healthy snapshot of each. */
    boolean isCurrent(Box box, String driver) {
        return StageRecord.read(context.folders()).map(record -> record.inputs().equals(StageRecord.inputs(context.folders(), box, driver))).orElse(false)
            && hasSnapshot();
    }

    boolean hasSnapshot() { return StageRecord.read(context.folders()).isPresent() && context.stage().has(HEALTHY); }

    /** "kvm" where a guest really runs with it, else "qemu"; says so where it falls back. */
    String driver(Box box) {
        var finding = new KvmProbe(context.programs(), context.folders()).probe(java.util.Optional.of(box.boot().resolve("vmlinuz")));
        if (finding.driver().equals("qemu")) context.progress().say("KVM does not run guests here (" + finding.found() + "): the VMs are emulated, which is slower.");
        return finding.driver();
    }

    /**
     * Makes the VMs from nothing. When it fails, what was made is removed again.
     *
     * @throws StageFailed names the stage at which it failed and shows the end of the log
     */
    void boot(Box box, String driver) {
        StageSettings settings = StageRecord.settings(context.folders(), box, driver);
        Path log = context.folders().logs().resolve("boot.log");
        context.journal().record(LabState.BOOTING, null, null, "box " + box.version() + ", " + driver);
        try {
            removeTraces();
            start(settings, log);
            awaitHealth();
            freeze();
            new StageRecord(StageRecord.inputs(context.folders(), box, driver), box.hash(), driver, Instant.now()).write(context.folders());
            context.journal().record(LabState.HEALTHY);
        } catch (RuntimeException e) {
            // Interrupted or failed: nothing half made stays. The flag must not stop the cleaning up.
            Thread.interrupted();
            if (System.getenv(KEEP_FAILED) == null) {
                context.progress().stage("Removing the half-made VMs", this::remove);
            } else {
                context.progress().say("The half-made VMs are kept because " + KEEP_FAILED + " is set; the next command removes them.");
            }
            throw e;
        }
    }

    private void start(StageSettings settings, Path log) {
        settings.write(StageRecord.settingsFile(context.folders()));
        fresh(log);
        try (Progress.Stage stage = context.progress().begin("Booting the VMs (vagrant up)")) {
            context.stage().up(settings, log, stage::detail);
            stage.done();
        }
    }

    private void awaitHealth() {
        await("Waiting for SSH", () -> readiness.ssh(SSH_LIMIT));
        await("Waiting for services", () -> readiness.services(SETTLE_LIMIT));
        await("Waiting for the shop", () -> readiness.shop(SETTLE_LIMIT));
        await("Waiting for the worker", () -> readiness.worker(SETTLE_LIMIT));
        // Nobody is kept from playing by these; the shop is well without them.
        awaitIfItComes("Waiting for the monitoring", () -> readiness.monitoring(SETTLE_LIMIT));
        installProbe();
        awaitIfItComes("Waiting until the alerts of the boot are over", () -> readiness.quiet(QUIET_LIMIT));
    }

    // Hard work for an emulated CPU when it runs first: it is done while the alerts of the boot end by themselves.
    private void installProbe() {
        GuestProbe probe = new GuestProbe();
        // No more of them at a time than the host has CPUs.
        context.progress().stage("Installing the probe",
            () -> Together.inTurns(context.machines().all(), Runtime.getRuntime().availableProcessors(), probe::install));
    }

    private void freeze() {
        context.progress().stage("Recording what is healthy",
            () -> Baseline.capture(context.spec(), context.machines()).write(StageRecord.baselineFile(context.folders())));
        context.progress().stage("Taking the healthy snapshot", () -> {
            // Cached file pages would only make the snapshot bigger.
            Together.each(context.machines().all(), remote -> remote.sudoOutput("sync; echo 3 > /proc/sys/vm/drop_caches"));
            snapshot(HEALTHY);
        });
    }

    /** Freezes all VMs as they are, under a name, and lets them run on with the clocks right. */
    void snapshot(String name) {
        context.machines().disconnect();
        context.stage().snapshot(name);
        // They stood still while they were frozen.
        Together.each(context.machines().all(), Clock::step);
    }

    /** Turns all VMs back to the healthy snapshot, with the clocks right and customers served. */
    void restore() {
        context.journal().record(LabState.RESTORING);
        turnBack();
        context.journal().record(LabState.HEALTHY);
    }

    /** The same for those who keep the journal themselves. */
    void turnBack() {
        revert(HEALTHY);
        await("Waiting for the shop", () -> readiness.shop(READY_AGAIN_LIMIT));
    }

    /** Turns all VMs back to a snapshot and sets their clocks; what runs in them may be in any state. */
    void revert(String snapshot) {
        context.machines().disconnect();
        context.progress().stage("Restoring the VMs", () -> context.stage().revert(snapshot));
        // The clocks before anything else: log lines and timers inside would otherwise tell the time of the snapshot.
        await("Connecting to the VMs and setting their clocks", () -> readiness.clocks(SSH_LIMIT));
    }

    /** Switches the VMs off; the healthy snapshot stays. */
    void stop() {
        context.machines().disconnect();
        context.progress().stage("Switching the VMs off", () -> context.stage().powerOff());
        context.journal().record(LabState.STOPPED);
    }

    /** Removes the VMs, their disks and network. */
    void remove() {
        context.journal().record(LabState.REMOVING);
        removeTraces();
        context.journal().record(LabState.ABSENT);
    }

    private void removeTraces() {
        context.machines().disconnect();
        StageRecord.delete(context.folders());
        // Any values do: removing needs no box, but the Vagrantfile wants to be read.
        StageSettings any = new StageSettings(context.folders().privateKey(), "0.0.0", Box.POOL_FOLDER, "qemu");
        context.stage().destroy(any, context.folders().logs().resolve("remove.log"));
        // The next VMs may have other host keys behind the same ports.
        delete(context.folders().knownHosts());
        delete(StageRecord.baselineFile(context.folders()));
    }

    private void await(String name, Supplier<String> missing) {
        try (Progress.Stage stage = context.progress().begin(name)) {
            String still = missing.get();
            if (!still.isEmpty()) throw unhealthy(name, still);
            stage.done();
        }
    }

    private void awaitIfItComes(String name, Supplier<String> missing) {
        String still = context.progress().stage(name, missing);
        context.programs().check();
        if (!still.isEmpty()) context.progress().say(name + " ended without success (" + still + "); the lab is handed over without it.");
    }

    private StageFailed unhealthy(String name, String still) {
        Path view = context.folders().logs().resolve("inside.log");
        InsideView.write(context.machines().all(), view);
        return new StageFailed("The VMs did not become healthy. " + name + " ended without success: " + still
            + "\nWhat the VMs themselves say was kept in " + view);
    }

    private static void fresh(Path log) { delete(log); }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

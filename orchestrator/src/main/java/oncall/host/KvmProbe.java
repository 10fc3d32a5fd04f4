package oncall.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import oncall.process.Program;
import oncall.process.ProgramResult;
import oncall.process.ProgramTimedOut;
import oncall.process.Programs;

/**
 * Finds out whether KVM runs a guest. That /dev/kvm opens proves nothing: there are hosts where a stock kernel then
 * hangs early. So a kernel is booted for a few seconds, and what it says late in its own start-up is looked for.
 */
public final class KvmProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    // Printed once the kernel has come through its own start-up and looks for a root file system, which it is not given.
    private static final String LATE_MESSAGE = "Unable to mount root fs";

    private final Programs programs;
    private final Path device;
    private final Path cache;
    private final String qemu;
    private final Duration patience;

    public KvmProbe(Programs programs, LabFolders folders) {
        this(programs, Path.of("/dev/kvm"), folders.cache().resolve("kvm"), "qemu-system-x86_64", PATIENCE);
    }

    KvmProbe(Programs programs, Path device, Path cache, String qemu, Duration patience) {
        this.programs = programs;
        this.device = device;
        this.cache = cache;
        this.qemu = qemu;
        this.patience = patience;
    }

    /** @param kernel a guest kernel with a serial console; where there is none yet, a present /dev/kvm is UNPROVEN */
    public KvmFinding probe(Optional<Path> kernel) {
        if (!Files.exists(device)) return new KvmFinding(KvmFinding.State.ABSENT, "no " + device);
        ProgramResult version = programs.run(Program.of(qemu, "--version"));
        if (!version.ok()) return new KvmFinding(KvmFinding.State.UNPROVEN, "QEMU is not installed yet");
        if (kernel.isEmpty() || !Files.isReadable(kernel.get())) {
            return new KvmFinding(KvmFinding.State.UNPROVEN, device + " exists; it is tried once there is a guest kernel");
        }
        Path record = cache.resolve(key(kernel.get(), version));
        return read(record).orElseGet(() -> {
            KvmFinding finding = boot(kernel.get());
            // Rights may change at any time, and looking again is cheap; only what took a boot to find out is kept.
            if (!finding.found().contains("denied")) write(record, finding);
            return finding;
        });
    }

    private KvmFinding boot(Path kernel) {
        AtomicReference<String> last = new AtomicReference<>("nothing");
        Program program = Program.of(qemu, "-enable-kvm", "-m", "256", "-nodefaults", "-no-reboot", "-display", "none",
            "-serial", "stdio", "-kernel", kernel.toString(), "-append", "console=ttyS0 panic=-1").within(patience)
            .onLine(last::set);
        try {
            ProgramResult result = programs.run(program);
            if (result.out().contains(LATE_MESSAGE)) return new KvmFinding(KvmFinding.State.WORKS, "a guest kernel ran");
            return new KvmFinding(KvmFinding.State.BROKEN, "QEMU ended early: " + result.complaint(1));
        } catch (ProgramTimedOut e) {
            if (e.result().out().contains(LATE_MESSAGE)) return new KvmFinding(KvmFinding.State.WORKS, "a guest kernel ran");
            return new KvmFinding(KvmFinding.State.BROKEN,
                "a guest kernel hung within " + patience.toSeconds() + " s: " + complaint(e.result(), last.get()));
        }
    }

    // What QEMU itself complains of says more than the last the guest said; its warnings come with every start.
    private static String complaint(ProgramResult result, String otherwise) {
        return result.err().lines().filter(line -> line.startsWith("KVM") || line.contains("error")).findFirst().orElse(otherwise);
    }

    /** The newest kernel at hand: that of a built box, else the host's own where it may be read. */
    public static Optional<Path> kernelAtHand(LabFolders folders) {
        Stream<Path> boxes = BoxCache.complete(folders.boxes()).stream().map(box -> box.resolve("vmlinuz"));
        Stream<Path> host = Stream.of(Path.of("/boot/vmlinuz-" + System.getProperty("os.version")), Path.of("/vmlinuz"));
        return Stream.concat(boxes, host).filter(Files::isReadable).findFirst();
    }

    private static String key(Path kernel, ProgramResult version) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String facts = kernel + " " + Files.size(kernel) + " " + Files.getLastModifiedTime(kernel).toMillis() + " "
                + Tools.firstLine(version) + " " + System.getProperty("os.version") + " " + LATE_MESSAGE;
            return HexFormat.of().formatHex(digest.digest(facts.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<KvmFinding> read(Path record) {
        try {
            String[] parts = Files.readString(record).strip().split(" ", 2);
            return Optional.of(new KvmFinding(KvmFinding.State.valueOf(parts[0]), parts[1]));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    private static void write(Path record, KvmFinding finding) {
        try {
            Files.createDirectories(record.getParent());
            Files.writeString(record, finding.state() + " " + finding.found() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

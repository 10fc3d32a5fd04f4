package oncall.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import oncall.process.Program;
import oncall.process.ProgramResult;
import oncall.process.Programs;
import oncall.process.Progress;
import oncall.process.Tail;

/** Builds the box into the user's cache, once per version. */
final class BoxBuilder {
    private static final Duration LIMIT = Duration.ofHours(2);
    private static final String STEP = "step: ";

    private final LabFolders folders;
    private final Programs programs;
    private final Root root;
    private final Progress progress;

    BoxBuilder(LabFolders folders, Programs programs, Root root, Progress progress) {
        this.folders = folders;
        this.programs = programs;
        this.root = root;
        this.progress = progress;
    }

    boolean isBuilt(Box box) { return BoxCache.isComplete(folder(box)); }

    Path folder(Box box) { return folders.boxes().resolve(box.hash()); }

    /** @throws HostNotFit when the build fails, with the end of its log */
    void build(Box box) {
        removePartial();
        Path partial = folders.boxes().resolve(box.hash() + BoxCache.PARTIAL);
        Path log = folders.logs().resolve("box-build.log");
        try (Progress.Stage stage = progress.begin("Building the box (once, some minutes)")) {
            Files.createDirectories(folders.boxes());
            Files.deleteIfExists(log);
            Program build = Program.of(folders.provisioning().resolve("box/build.sh").toString(),
                "--output", partial.toString(), "--key", folders.publicKey().toString());
            ProgramResult result = programs.run(root.elevate(build).in(folders.project()).within(LIMIT).logTo(log)
                .onLine(line -> { if (line.startsWith(STEP)) stage.detail(line.substring(STEP.length())); }));
            if (!result.ok()) throw failed("exit code " + result.exit(), log);
            if (!BoxCache.PARTS.stream().allMatch(part -> Files.isRegularFile(partial.resolve(part)))) {
                throw failed("not all of " + BoxCache.PARTS + " are there", log);
            }
            // Only this rename makes it a box: whatever happens before leaves a *.partial, which nothing uses.
            Files.move(partial, folder(box), StandardCopyOption.ATOMIC_MOVE);
            stage.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            removePartial();
        }
    }

    /** Removes builds of other versions. */
    void removeOthers(Box keep) {
        BoxCache.complete(folders.boxes()).stream().filter(folder -> !folder.equals(folder(keep))).forEach(this::remove);
    }

    /** Removes what interrupted builds left. */
    void removePartial() { BoxCache.partial(folders.boxes()).forEach(this::remove); }

    private void remove(Path folder) {
        Program remove = Program.of("rm", "-rf", "--", folder.toString()).evenWhenCancelled();
        // The build ran as root, and so may what it left belong to root.
        if (!programs.run(remove).ok()) programs.run(root.elevate(remove)).orThrow();
    }

    private static HostNotFit failed(String how, Path log) {
        return new HostNotFit("Building the box failed (" + how + "). The end of " + log + ":\n" + Tail.of(log, 20)
            + "\nOnce the reason is mended, run the same command again; it starts from a clean build.");
    }
}

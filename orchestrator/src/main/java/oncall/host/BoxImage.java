package oncall.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import oncall.process.Program;
import oncall.process.Programs;

/** The box's image in libvirt's storage pool, with kernel and initrd beside it. */
final class BoxImage {
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Programs programs;
    private final Root root;
    private final Path script;

    BoxImage(LabFolders folders, Programs programs, Root root) {
        this.programs = programs;
        this.root = root;
        this.script = folders.provisioning().resolve("host/pool.sh");
    }

    boolean isPlaced(Box box) {
        return Files.isReadable(box.boot().resolve("vmlinuz")) && Files.isReadable(box.boot().resolve("initrd"))
            && programs.run(Program.of("virsh", "-c", "qemu:///system", "vol-info", "--pool", Box.POOL, box.volume())).ok();
    }

    void place(Box box, Path build) {
        run("place", "--from", build.toString(), "--volume", box.volume(), "--boot", box.boot().toString());
    }

    /** Removes images of other versions which no VM's disk is based on. */
    void removeOthers(Box keep) { run("prune", "--keep", keep.version()); }

    /** Removes the pool with everything in it. */
    void removeAll() { run("remove"); }

    private void run(String... arguments) {
        Program program = Program.of(arguments).behind(java.util.List.of(script.toString()));
        programs.run(root.elevate(program).within(LIMIT)).orThrow();
    }
}

package oncall.host;

import static oncall.host.Need.missing;
import static oncall.host.Need.ok;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Memory for the stage, disk for the box and the pool. Limits are in bytes. */
final class ResourceNeeds implements Examination {
    static final long MEMORY = 4L << 30;
    // A build holds root tarball, raw image and compressed image at once; afterwards the pool holds the image and five overlays.
    static final long DISK_FOR_BUILD = 9L << 30;
    static final long DISK_FOR_POOL = 4L << 30;
    private static final long DISK_SPARE = 1L << 30;

    private final HostFacts facts;
    private final LabFolders folders;
    private final Path pool;

    ResourceNeeds(HostFacts facts, LabFolders folders, Path pool) {
        this.facts = facts;
        this.folders = folders;
        this.pool = pool;
    }

    @Override public List<Need> examine() {
        boolean built = Files.isDirectory(folders.boxes()) && !BoxCache.complete(folders.boxes()).isEmpty();
        return List.of(memory(), disk("disk, box builds", folders.cache(), built ? DISK_SPARE : DISK_FOR_BUILD,
            "free space there, or set XDG_CACHE_HOME to a folder on a larger disk"),
            disk("disk, VMs", pool, Files.isDirectory(pool) && built ? DISK_SPARE : DISK_FOR_POOL,
                "free space there, or mount a larger disk at " + pool));
    }

    private Need memory() {
        // What our own VMs hold already is not needed a second time.
        long own = facts.residentOf("oncall-lab-");
        long available = facts.memoryAvailable() + own;
        String found = Tools.gib(available) + " of " + Tools.gib(facts.memoryTotal())
            + (own > 0 ? " (" + Tools.gib(own) + " in use by the lab's VMs)" : "");
        String needed = Tools.gib(MEMORY) + " available";
        return available >= MEMORY ? ok("memory", needed, found)
            : missing("memory", needed, found, "close programs that use much memory (ps aux --sort=-rss | head), then try again");
    }

    private Need disk(String name, Path folder, long needed, String remedy) {
        long free = facts.diskFree(folder);
        String found = Tools.gib(free) + " at " + folder;
        String need = Tools.gib(needed) + " free";
        return free >= needed ? ok(name, need, found) : missing(name, need, found, remedy);
    }
}

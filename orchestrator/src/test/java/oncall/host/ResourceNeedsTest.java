package oncall.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceNeedsTest {
    private static final long GIB = 1L << 30;

    @TempDir private Path folder;

    private List<Need> examine(long available, long heldByUs, long disk) {
        HostFacts facts = new HostFacts() {
            @Override public long memoryAvailable() { return available; }

            @Override public long residentOf(String mark) { return heldByUs; }

            @Override public long diskFree(Path where) { return disk; }
        };
        return new ResourceNeeds(facts, new LabFolders(folder, folder.resolve("cache"), folder.resolve("state")), folder.resolve("pool")).examine();
    }

    private static List<String> missing(List<Need> needs) { return needs.stream().filter(need -> !need.met()).map(Need::name).toList(); }

    @Test void enoughIsEnough() { assertThat(missing(examine(4 * GIB, 0, 20 * GIB))).isEmpty(); }

    @Test void tooLittleMemoryIsToldWithTheNumbers() {
        List<Need> needs = examine(3 * GIB, 0, 20 * GIB);
        assertThat(missing(needs)).containsExactly("memory");
        assertThat(needs.get(0).needed()).contains("4.0 GiB");
        assertThat(needs.get(0).found()).contains("3.0 GiB");
    }

    @Test void whatOurOwnMachinesHoldIsNotNeededTwice() { assertThat(missing(examine(1 * GIB, 3 * GIB, 20 * GIB))).isEmpty(); }

    @Test void tooLittleDiskIsToldWhereAndWhatToDo() {
        List<Need> needs = examine(8 * GIB, 0, 2 * GIB);
        assertThat(missing(needs)).containsExactly("disk, box builds", "disk, VMs");
        assertThat(needs.get(1).found()).contains(folder.resolve("cache").toString());
        assertThat(needs.get(1).remedy()).contains("XDG_CACHE_HOME");
    }

    @Test void onceTheBoxIsBuiltLittleDiskWillDo() throws Exception {
        Path box = Files.createDirectories(folder.resolve("cache/box/0123456789abcdef"));
        for (String part : BoxCache.PARTS) Files.writeString(box.resolve(part), part);
        Files.createDirectories(folder.resolve("pool"));
        assertThat(missing(examine(8 * GIB, 0, 2 * GIB))).isEmpty();
    }
}

package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import oncall.cli.FakeHost.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed or cancelled while VMs boot, and started again. */
class InterruptionTest {
    @TempDir private Path folder;
    private FakeHost host;
    private Path bootPid;

    @BeforeEach void aBootThatTakesForever() {
        bootPid = folder.resolve("boot.pid");
        host = new FakeHost(folder).level("disk-full").vagrant("echo '==> app: Starting domain.'; sleep 300 & echo $! > " + bootPid + "; wait");
    }

    private Process booting() {
        Process up = host.start("up", "disk-full", "--yes");
        await().atMost(Duration.ofMinutes(4)).until(() -> Files.exists(bootPid) && Files.size(bootPid) > 1 || !up.isAlive());
        assertThat(up.isAlive()).as("still booting; it said: %s", read("err")).isTrue();
        return up;
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }

    private void awaitBootEnded() throws IOException {
        long pid = Long.parseLong(Files.readString(bootPid).strip());
        await().atMost(Duration.ofMinutes(1)).until(() -> ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true));
    }

    private String lastState() throws IOException {
        var lines = Files.readAllLines(host.journal());
        return lines.get(lines.size() - 1).replaceAll(".*\"state\":\"([A-Z]+)\".*", "$1");
    }

    @Test void killedDuringBootTheNextOneEndsWhatWasLeftAndRemovesTheHalfMadeMachines() throws Exception {
        booting().destroyForcibly().waitFor();
        assertThat(lastState()).isEqualTo("BOOTING");
        host.vagrant("echo 'qemu: no luck' >&2; exit 1");
        Ended ended = host.run("up", "disk-full", "--yes");
        awaitBootEnded();
        assertThat(ended.err()).contains("interrupted while the VMs were being made").contains("vagrant up");
        // This second boot fails by itself: it names how far it came and leaves nothing half made either.
        assertThat(ended.exit()).isEqualTo(70);
        assertThat(ended.err()).contains("vagrant up failed").contains("qemu: no luck").contains("boot.log").doesNotContain("\tat ");
        assertThat(lastState()).isEqualTo("ABSENT");
    }

    @Test void whileOneCommandRunsAnotherIsRefused() throws Exception {
        Process first = booting();
        try {
            Ended second = new FakeHostView(host).run("down");
            assertThat(second.exit()).isEqualTo(75);
            assertThat(second.err()).contains("pid " + first.pid()).contains("up disk-full");
            assertThat(new FakeHostView(host).run("status").out()).contains("Busy: pid " + first.pid());
        } finally {
            first.destroyForcibly().waitFor();
            new FakeHostView(host).run("down");
        }
    }

    @Test void ctrlCDuringBootLeavesNothingHalfMade() throws Exception {
        Process up = booting();
        new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();
        Ended ended = host.end(up);
        assertThat(ended.exit()).isEqualTo(130);
        assertThat(ended.err()).contains("Stopping").contains("Nothing half made was left");
        awaitBootEnded();
        assertThat(lastState()).isEqualTo("ABSENT");
        assertThat(host.state().resolve("children")).isEmptyDirectory();
    }

    /** The same host, with other files for what the program says. */
    private static final class FakeHostView {
        private final FakeHost host;

        FakeHostView(FakeHost host) { this.host = host; }

        Ended run(String... arguments) throws Exception {
            Path folder = Files.createTempDirectory(host.folder, "second");
            Process process = host.start(folder, arguments);
            return host.end(process, folder);
        }
    }

    @Test void theUsualEndOfThePagerNeedsNoWords() throws Exception {
        Files.createDirectories(host.journal().getParent());
        Files.writeString(host.journal(), "{\"at\":\"2026-01-31T10:00:00Z\",\"pid\":1,\"state\":\"PLAYING\",\"level\":\"disk-full\",\"seed\":1,\"detail\":\"report="
            + folder.resolve("report.md") + "\"}\n");
        Process watch = host.start("watch");
        await().atMost(Duration.ofMinutes(1)).until(() -> read("out").contains("Nothing was paged so far.") || !watch.isAlive());
        assertThat(watch.isAlive()).as("still watching; it said: %s", read("err")).isTrue();
        watch.destroy();
        watch.waitFor();
        assertThat(read("err")).doesNotContain("Stopping", "Cancelled");
    }
}

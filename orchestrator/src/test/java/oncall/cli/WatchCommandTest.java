package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import oncall.pager.Pager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a pager in a second terminal while the first one starts something over. */
class WatchCommandTest {
    @TempDir private Path folder;
    private FakeHost host;
    private Process watch;
    private FileChannel lock;

    @BeforeEach void anIncidentIsWatched() throws IOException {
        host = new FakeHost(folder).level("disk-full").level("lost-badge").write("state/oncall-lab/lab.lock", "pid 4711, reset, since 14:00:00");
        lock = FileChannel.open(host.state().resolve("lab.lock"), StandardOpenOption.WRITE);
        handOver("disk-full", "first", "It is full.");
        watch = host.start("watch");
        awaitWord("It is full.");
    }

    @AfterEach void stop() throws Exception {
        watch.destroyForcibly().waitFor();
        lock.close();
    }

    /** As the real one: the pager first, then the journal. */
    private void handOver(String level, String incident, String complaint) throws IOException {
        URI nobody = URI.create("http://127.0.0.1:1");
        Pager pager = new Pager(folder.resolve(incident + "/pager.jsonl"), nobody, nobody, Duration.ofSeconds(1));
        pager.begin();
        pager.complain("SEV2", complaint);
        record("PLAYING\",\"level\":\"" + level + "\",\"seed\":1,\"detail\":\"report=" + folder.resolve(incident + "/report.md"));
    }

    private void record(String state) throws IOException {
        Files.writeString(host.journal(), "{\"at\":\"" + Instant.now() + "\",\"pid\":1,\"state\":\"" + state + "\"}\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitWord(String word) {
        await().atMost(Duration.ofMinutes(1)).until(() -> said().contains(word) || !watch.isAlive());
        assertThat(said()).contains(word);
    }

    @Test void itOutlivesAResetAndGoesOnWithTheIncidentThatWasStartedOver() throws Exception {
        var held = lock.lock();
        record("RESTORING");
        awaitWord("No level is in play at the moment (pid 4711, reset, since 14:00:00)");
        for (String state : new String[] {"HEALTHY", "INJECTING\",\"level\":\"disk-full"}) record(state);
        handOver("disk-full", "first", "It is full once more.");
        held.release();
        awaitWord("It is full once more.");
        assertThat(said()).containsOnlyOnce("No level is in play").containsOnlyOnce("It is full.").contains("disk-full was started over");
        assertThat(watch.isAlive()).isTrue();
    }

    @Test void itGoesOnWithAnotherIncidentAndSaysSo() throws Exception {
        var held = lock.lock();
        record("INJECTING");
        awaitWord("No level is in play at the moment");
        handOver("lost-badge", "second", "It is gone.");
        held.release();
        awaitWord("It is gone.");
        assertThat(said()).contains("Another incident is in play now: lost-badge");
        record("STOPPED");
        assertThat(host.end(watch).exit()).isEqualTo(0);
        assertThat(said()).endsWith("No level is in play any more.\n");
    }

    @Test void itEndsWhereNothingFollows() throws Exception {
        var held = lock.lock();
        record("RESTORING");
        awaitWord("No level is in play at the moment");
        held.release();
        assertThat(host.end(watch).exit()).as("who turned the VMs back was killed").isEqualTo(0);
        assertThat(said()).endsWith("No level is in play any more.\n");
    }

    @Test void itIsStoppedWhileItWaits() throws Exception {
        var held = lock.lock();
        record("RESTORING");
        awaitWord("No level is in play at the moment");
        new ProcessBuilder("kill", "-INT", Long.toString(watch.pid())).start().waitFor();
        assertThat(host.end(watch).exit()).isEqualTo(130);
        assertThat(said()).doesNotContain("any more");
        held.release();
    }

    @Test void aContractIsNotWaitedFor() throws Exception {
        var held = lock.lock();
        record("CONTRACT");
        assertThat(host.end(watch).exit()).isEqualTo(0);
        assertThat(said()).endsWith("No level is in play any more.\n");
        held.release();
    }
}

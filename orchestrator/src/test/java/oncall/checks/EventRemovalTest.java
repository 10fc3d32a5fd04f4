package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import oncall.process.OnPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the stage's event server says after {@link OrderStream#removal}, tried with a real server of this host. */
@EnabledIf(value = "isThere", disabledReason = "neither valkey-server nor redis-server (7 or newer) is installed, so nobody tried to take an event out of a real stream")
class EventRemovalTest {

    @TempDir
    private Path folder;
    private Path socket;
    private Process server;

    static boolean isThere() {
        return kind().isPresent();
    }

    /** "valkey" or "redis"; the stage has the first, both know the same commands. */
    private static Optional<String> kind() {
        return List.of("valkey", "redis").stream().filter(kind -> OnPath.has(kind + "-server") && OnPath.has(kind + "-cli")).findFirst();
    }

    @BeforeEach
    void start() throws Exception {
        String kind = kind().orElseThrow();
        socket = folder.resolve("socket");
        // The stage's name of the client, here of this server only.
        Path client = Files.createDirectory(folder.resolve("bin")).resolve("valkey-cli");
        Files.writeString(client, "#!/bin/sh\nexec %s-cli -s '%s' \"$@\"\n".formatted(kind, socket));
        Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwx------"));
        server = new ProcessBuilder(kind + "-server", "--port", "0", "--unixsocket", socket.toString(), "--save", "", "--dir", folder.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile()).start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> shell("valkey-cli PING").equals("PONG"));
        shell("valkey-cli XGROUP CREATE orders fulfilment 0 MKSTREAM");
    }

    @AfterEach
    void end() throws InterruptedException {
        server.destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void afterTheEventThatWasReadLastWhatFollowsIsCounted() throws Exception {
        add("1-0", "2-0");
        read();
        remove("2-0");
        add("3-0");

        assertThat(unread()).isEqualTo("1");
    }

    @Test
    void anUnreadEventIsGoneAndTheOthersAreCounted() throws Exception {
        add("1-0");
        read();
        add("2-0", "2-9", "2-10");
        remove("2-9");

        assertThat(unread()).isEqualTo("2");
        assertThat(shell("valkey-cli XLEN orders")).isEqualTo("3");
    }

    @Test
    void aPlainDeletionWouldNotBeForgotten() throws Exception {
        add("1-0");
        read();
        add("2-0", "3-0");
        shell("valkey-cli XDEL orders 3-0");

        assertThat(unread()).isEqualTo("null");
    }

    /** Somebody's own deletion is not made up for: nobody counts right after it. */
    @Test
    void whatOthersDeletedStaysKnown() throws Exception {
        add("1-0");
        read();
        add("2-0", "3-0", "4-0");
        shell("valkey-cli XDEL orders 3-0");
        remove("4-0");

        assertThat(unread()).isEqualTo("null");
    }

    @Test
    void nobodyHasReadAnythingYet() throws Exception {
        add("1-0");
        remove("1-0");
        assertThat(unread()).isEqualTo("0");

        add("2-0");
        assertThat(unread()).isEqualTo("1");
    }

    @Test
    void newIdsStayBehindTheRemovedOne() throws Exception {
        add("9-0");
        remove("9-0");

        assertThat(shell("valkey-cli XADD orders 8-0 orderId 1")).contains("equal or smaller");
    }

    @Test
    void whatIsNotThereIsNoError() throws Exception {
        remove("7-0", "0");
        shell("valkey-cli DEL orders");
        remove("7-0", "0");
    }

    private void add(String... ids) throws Exception {
        for (String id : ids) {
            assertThat(shell("valkey-cli XADD orders " + id + " orderId 1")).isEqualTo(id);
        }
    }

    private void read() throws Exception {
        shell("valkey-cli XREADGROUP GROUP fulfilment worker-1 COUNT 100 STREAMS orders '>'");
    }

    private void remove(String event) throws Exception {
        remove(event, "1");
    }

    private void remove(String event, String removed) throws Exception {
        assertThat(shell(OrderStream.removal(event))).isEqualTo(removed);
    }

    /** "null" where the server cannot tell. */
    private String unread() throws Exception {
        return shell("valkey-cli XINFO GROUPS orders | awk 'wanted { print $0 == \"\" ? \"null\" : $0 } { wanted = $0 == \"lag\" }'");
    }

    private String shell(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, first) -> first + File.pathSeparator + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}

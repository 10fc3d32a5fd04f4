package oncall.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshRemoteTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private TestSshServer server;
    private SshRemote remote;

    @BeforeEach
    void connect() {
        server = new TestSshServer(folder);
        remote = new SshRemote(server.endpoint("app"));
    }

    @AfterEach
    void disconnect() {
        remote.close();
        server.close();
    }

    @Test
    void tellsBothOutputsAndTheExitCode() {
        CommandResult result = remote.run("echo out; echo err >&2; exit 3");

        assertThat(result.machine()).isEqualTo("app");
        assertThat(result.command()).isEqualTo("echo out; echo err >&2; exit 3");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).isEqualTo("out\n");
        assertThat(result.err()).isEqualTo("err\n");
        assertThat(result.ok()).isFalse();
        assertThatThrownBy(result::orThrow).isInstanceOf(RemoteCommandFailed.class)
                .hasMessage("app: exit 3 from: echo out; echo err >&2; exit 3: err");
    }

    @Test
    void stripsWhatACommandPrintsAndRefusesItsFailure() {
        assertThat(remote.output("echo '  ü  '")).isEqualTo("ü");
        assertThatThrownBy(() -> remote.output("echo no; false")).isInstanceOf(RemoteCommandFailed.class)
                .hasMessageContaining("no");
    }

    @Test
    void aCommandSeesAnEmptyStandardInput() {
        assertThat(remote.run("cat; echo end", LONG).out()).isEqualTo("end\n");
    }

    @Test
    void passesTheEnvironmentToAScriptWhateverItHolds() {
        String value = "it's \"a\" $HOME\n`b` \\";
        CommandResult result = remote.script("printf '%s' \"$SEED_X\"", Map.of("SEED_X", value), LONG);

        assertThat(result.out()).isEqualTo(value);
    }

    @Test
    void aScriptEndsWithItsOwnExitCode() {
        assertThat(remote.script("set -e\nfalse\necho not reached\n", Map.of(), LONG))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(1))
                .satisfies(result -> assertThat(result.out()).isEmpty());
        assertThat(remote.script("exit 42", Map.of(), LONG).exit()).isEqualTo(42);
    }

    @Test
    void aCommandInAScriptCannotEatTheRestOfIt() {
        assertThat(remote.script("cat\necho after\n", Map.of(), LONG).out()).isEqualTo("after\n");
    }

    @Test
    void aScriptMayBeLargerThanACommandLine() {
        String script = "# " + "x".repeat(300_000) + "\necho whole";

        assertThat(remote.script(script, Map.of(), LONG).out()).isEqualTo("whole\n");
    }

    @Test
    void aScriptCutShortIsNotBegun() throws IOException, InterruptedException {
        Process loader = new ProcessBuilder("bash", "-c", RootScript.RUN.replaceFirst("sudo -n ", "")).start();
        try (var stdin = loader.getOutputStream()) {
            stdin.write("echo begun\nec".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(loader.waitFor()).isEqualTo(74);
        assertThat(new String(loader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void leavesNoTraceOfWhatWasRunInTheLogOfSudo() {
        remote.script("echo secret-fault", Map.of("SEED_VARIANT", "secret-variant"), LONG).orThrow();
        remote.sudoOutput("echo secret-look");
        remote.upload(new byte[1], folder.resolve("secret-file").toString(), "0600");

        assertThat(server.sudoLog()).contains("bash -c").doesNotContain("secret");
    }

    @Test
    void aCommandThatIsTooSlowIsUnknownAndTheConnectionStays() {
        assertThatThrownBy(() -> remote.run("echo begun; exec sleep 60", Duration.ofSeconds(1)))
                .isInstanceOf(RemoteTimeout.class)
                .isInstanceOf(RemoteUnreachable.class)
                .hasMessage("app: timed out after 1 s: echo begun; exec sleep 60");

        assertThat(remote.output("echo alive")).isEqualTo("alive");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aProcessThatIsKilledHasAShellsExitCode() {
        assertThat(remote.run("bash -c 'kill -KILL $$'; exit $?").exit()).isEqualTo(137);
    }

    @Test
    void cutsEndlessOutputAndSaysSo() {
        CommandResult result = remote.run("head -c 9000000 /dev/zero | tr '\\0' x; echo done >&2", LONG);

        assertThat(result.ok()).isTrue();
        assertThat(result.err()).isEqualTo("done\n");
        assertThat(result.out()).endsWith("x\n[cut after 8388608 bytes]\n");
        assertThat(result.out().length()).isLessThan(8_388_608 + 100);
    }

    @Test
    void runsManyCommandsAtOnceOverOneConnection() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Future<String>> outputs = IntStream.range(0, 20)
                    .mapToObj(i -> pool.submit(() -> remote.output("sleep 0.05; echo " + i))).toList();
            for (int i = 0; i < outputs.size(); i++) {
                assertThat(outputs.get(i).get()).isEqualTo(String.valueOf(i));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void carriesFilesBothWaysUnchanged() throws IOException {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        Path file = folder.resolve("it's a file");

        remote.upload(content, file.toString(), "0640");

        assertThat(file).hasBinaryContent(content);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        assertThat(remote.download(file.toString())).isEqualTo(content);
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void anUploadCutShortLeavesTheOldFile() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("config"), "old");
        Process loader = new ProcessBuilder("bash", "-c", RootScript.RECEIVE.replaceFirst("sudo -n ", "")).start();
        try (var stdin = loader.getOutputStream()) {
            byte[] whole = RootScript.input("the new content".getBytes(StandardCharsets.UTF_8), file.toString(), "644");
            stdin.write(whole, 0, whole.length - 5);
        }

        assertThat(loader.waitFor()).isEqualTo(74);
        assertThat(file).hasContent("old");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void aFileThatIsNotThereIsTheGuestsRefusal() {
        assertThatThrownBy(() -> remote.download(folder.resolve("none").toString()))
                .isInstanceOf(RemoteCommandFailed.class).hasMessageContaining("No such file");
        assertThatThrownBy(() -> remote.upload(new byte[1], folder.resolve("none/x").toString(), "0600"))
                .isInstanceOf(RemoteCommandFailed.class).hasMessageContaining("No such file");
    }

    @Test
    void recordsTheHostKeyOnFirstContactOnly() throws IOException {
        Path knownHosts = server.endpoint("app").knownHosts();
        remote.output("true");
        String recorded = Files.readString(knownHosts);
        remote.close();
        remote.output("true");

        assertThat(recorded).startsWith("[127.0.0.1]:" + server.endpoint("app").port() + " ").hasLineCount(1);
        assertThat(knownHosts).hasContent(recorded);
    }

    @Test
    void refusesAChangedHostKeyAndNamesTheRemedy() {
        remote.output("true");
        remote.close();
        server.changeHostKey();

        assertThatThrownBy(() -> remote.output("true")).isInstanceOf(HostKeyChanged.class)
                .hasMessageContaining("app: the host key at [127.0.0.1]:" + server.endpoint("app").port())
                .hasMessageContaining(server.endpoint("app").knownHosts().toString())
                .hasMessageContaining("remove the line");
    }

    @Test
    void namesTheUserAndTheKeyThatAreRefused() {
        server.refuseLogins();

        assertThatThrownBy(() -> remote.output("true")).isInstanceOf(RemoteUnreachable.class)
                .hasMessageContaining("the user vagrant is refused with the key " + folder.resolve("id"));
    }

    @Test
    void namesAMissingKey() {
        SshEndpoint endpoint = server.endpoint("app");
        SshRemote keyless = new SshRemote(new SshEndpoint("app", endpoint.host(), endpoint.port(), "vagrant",
                folder.resolve("nowhere"), endpoint.knownHosts()));

        assertThatThrownBy(() -> keyless.output("true")).isInstanceOf(RemoteUnreachable.class)
                .hasMessage("app: there is no readable SSH key at " + folder.resolve("nowhere"));
    }

    @Test
    void aPortWhereNobodyListensIsUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        SshEndpoint endpoint = server.endpoint("app");
        SshRemote nobody = new SshRemote(new SshEndpoint(
                "app", "127.0.0.1", port, "vagrant", endpoint.privateKey(), endpoint.knownHosts()));

        assertThatThrownBy(() -> nobody.output("true")).isInstanceOf(RemoteUnreachable.class)
                .hasMessageContaining("app: no SSH connection to 127.0.0.1:" + port);
    }

    @Test
    void aConnectionLostDuringACommandMayHaveRunIt() {
        remote.output("true");
        Thread reset = new Thread(() -> {
            await().until(() -> Files.exists(folder.resolve("begun")));
            server.dropConnections();
        });
        reset.start();

        assertThatThrownBy(() -> remote.run("touch '" + folder.resolve("begun") + "'; exec sleep 60", LONG))
                .isInstanceOfSatisfying(RemoteUnreachable.class, failure -> {
                    assertThat(failure.mayHaveRun()).isTrue();
                    assertThat(failure).isNotInstanceOf(RemoteTimeout.class);
                });
    }
}

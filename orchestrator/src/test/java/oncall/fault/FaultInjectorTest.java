package oncall.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import oncall.level.Fix;
import oncall.level.Level;
import oncall.level.LevelScript;
import oncall.level.Seed;
import oncall.level.Severity;
import oncall.remote.Remote;
import oncall.remote.RemoteCommandFailed;
import oncall.remote.SshRemote;
import oncall.remote.TestSshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultInjectorTest {

    private static final Seed SEED = new Seed(9, Map.of("variant", "bent"));

    @TempDir
    Path folder;

    private TestSshServer server;
    private Function<String, Remote> remotes;

    @BeforeEach
    void connect() throws IOException {
        server = new TestSshServer(Files.createDirectory(folder.resolve("server")));
        Map<String, Remote> machines = Map.of(
                "app", new SshRemote(server.endpoint("app")), "proxy", new SshRemote(server.endpoint("proxy")));
        remotes = machines::get;
    }

    @AfterEach
    void disconnect() {
        remotes.apply("app").close();
        remotes.apply("proxy").close();
        server.close();
    }

    @Test
    void runsEveryScriptInOrderWithTheSeed() throws IOException {
        Path trace = folder.resolve("trace");
        Level level = level(
                script("10-first", "proxy", "echo first $SEED_VARIANT >>" + trace),
                script("20-second", "app", "echo second $SEED_VARIANT >>" + trace));

        new FaultInjector().inject(level, SEED, remotes);

        assertThat(trace).hasContent("first bent\nsecond bent\n");
    }

    @Test
    void stopsAtTheScriptThatFailsAndTellsAllAboutIt() throws IOException {
        Path trace = folder.resolve("trace");
        Level level = level(
                script("10-first", "proxy", "echo 'no such unit' >&2; exit 5"),
                script("20-second", "app", "touch " + trace));

        assertThatThrownBy(() -> new FaultInjector().inject(level, SEED, remotes))
                .isInstanceOf(ScriptFailed.class)
                .hasMessage("fault of lost-keys: " + folder.resolve("10-first.proxy.sh")
                        + " failed on proxy with exit 5 (seed 9): no such unit")
                .hasCauseInstanceOf(RemoteCommandFailed.class);
        assertThat(trace).doesNotExist();
    }

    @Test
    void appliesAFix() throws IOException {
        Path trace = folder.resolve("trace");
        Fix fix = new Fix("cut-a-new-one", List.of(script("cut-a-new-one", "app", "echo $SEED_VARIANT >" + trace)));

        new FaultInjector().apply(fix, SEED, remotes);

        assertThat(trace).hasContent("bent\n");
    }

    private LevelScript script(String name, String machine, String text) throws IOException {
        return new LevelScript(name, machine, Files.writeString(folder.resolve(name + "." + machine + ".sh"), text));
    }

    private Level level(LevelScript... scripts) {
        return new Level("lost-keys", folder, "", Severity.SEV1, 1, "", "", List.of(), List.of(), List.of(), Map.of(),
                List.of(), List.of(), List.of(), List.of(scripts), List.of(), List.of(), false);
    }
}

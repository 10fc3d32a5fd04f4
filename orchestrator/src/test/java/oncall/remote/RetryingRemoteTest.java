package oncall.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryingRemoteTest {

    private static final RemoteUnreachable REFUSED = new RemoteUnreachable("app: refused");

    @TempDir
    Path folder;

    @Test
    void connectsAgainWhenTheConnectionWasLostWhileIdle() {
        try (TestSshServer server = new TestSshServer(folder);
                Remote remote = new RetryingRemote(new SshRemote(server.endpoint("app")))) {
            remote.output("true");
            server.dropConnections();

            assertThat(remote.output("echo again")).isEqualTo("again");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void doesNotRunAgainWhatMayHaveRun() {
        try (TestSshServer server = new TestSshServer(folder);
                Remote remote = new RetryingRemote(new SshRemote(server.endpoint("app")))) {
            Path count = folder.resolve("count");

            assertThatThrownBy(() -> remote.run("echo x >>'" + count + "'; exec sleep 60", Duration.ofSeconds(1)))
                    .isInstanceOf(RemoteTimeout.class);
            assertThat(Files.exists(count)).isTrue();
            assertThat(count).hasContent("x");
        }
    }

    @Test
    void asksAgainTwice() {
        ScriptedFailures failures = new ScriptedFailures(REFUSED, REFUSED);

        assertThat(new RetryingRemote(failures).output("x")).isEqualTo("answer 3");
    }

    @Test
    void givesUpAtTheThirdFailure() {
        ScriptedFailures failures = new ScriptedFailures(REFUSED, REFUSED, REFUSED);

        assertThatThrownBy(() -> new RetryingRemote(failures).output("x")).isSameAs(REFUSED);
        assertThat(failures.asked).isEqualTo(3);
    }

    @Test
    void handsOnWhatAskingAgainCannotMend() {
        for (RemoteUnreachable failure : List.of(
                new RemoteTimeout("app", "x", Duration.ofSeconds(1)),
                new RemoteUnreachable("lost midway", null, true),
                new HostKeyChanged("app", "[127.0.0.1]:1", folder))) {
            ScriptedFailures failures = new ScriptedFailures(failure);

            assertThatThrownBy(() -> new RetryingRemote(failures).output("x")).isSameAs(failure);
            assertThat(failures.asked).isEqualTo(1);
        }
    }

    /** Fails as told, then answers. */
    private static final class ScriptedFailures implements Remote {

        private final Deque<RuntimeException> failures;
        private int asked;

        ScriptedFailures(RuntimeException... failures) {
            this.failures = new ArrayDeque<>(List.of(failures));
        }

        @Override
        public String machine() {
            return "app";
        }

        @Override
        public CommandResult run(String command, Duration timeout) {
            asked++;
            if (!failures.isEmpty()) {
                throw failures.pop();
            }
            return new CommandResult("app", command, 0, "answer " + asked + "\n", "", Duration.ZERO);
        }

        @Override
        public CommandResult script(String script, Map<String, String> environment, Duration timeout) {
            return run(script, timeout);
        }

        @Override
        public void upload(byte[] content, String path, String mode) {
            throw new AssertionError("not asked for");
        }

        @Override
        public byte[] download(String path) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void close() {}
    }
}

package oncall.remote;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks again when the connection failed before the command can have been begun, so that nothing
 * runs twice. Timeouts, changed host keys and connections lost midway are handed on.
 */
public final class RetryingRemote implements Remote {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Remote remote;

    public RetryingRemote(Remote remote) {
        this.remote = remote;
    }

    @Override
    public String machine() {
        return remote.machine();
    }

    @Override
    public CommandResult run(String command, Duration timeout) {
        return retrying(() -> remote.run(command, timeout));
    }

    @Override
    public CommandResult script(String script, Map<String, String> environment, Duration timeout) {
        return retrying(() -> remote.script(script, environment, timeout));
    }

    @Override
    public void upload(byte[] content, String path, String mode) {
        retrying(() -> {
            remote.upload(content, path, mode);
            return null;
        });
    }

    @Override
    public byte[] download(String path) {
        return retrying(() -> remote.download(path));
    }

    @Override
    public void close() {
        remote.close();
    }

    private <T> T retrying(Supplier<T> call) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (RemoteUnreachable failure) {
                if (attempt == ATTEMPTS || failure.mayHaveRun() || failure instanceof HostKeyChanged) {
                    throw failure;
                }
                pause(pause, failure);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static void pause(Duration pause, RemoteUnreachable failure) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}

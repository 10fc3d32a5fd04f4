package oncall.remote;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import net.schmizz.sshj.SSHClient;

/** A machine reached over SSH, through one connection that is opened when first needed and kept. */
public final class SshRemote implements Remote {

    /** Bytes kept of each output of a command. */
    static final int OUTPUT_LIMIT = 8 * 1024 * 1024;

    private static final int FILE_LIMIT = 64 * 1024 * 1024;
    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(5);

    /** OpenSSH allows ten sessions per connection; further commands wait for their turn. */
    private final Semaphore sessions = new Semaphore(8, true);

    private final SshEndpoint endpoint;
    private SSHClient client;

    /** Remembers the endpoint; connects with the first command. */
    public SshRemote(SshEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public String machine() {
        return endpoint.machine();
    }

    @Override
    public CommandResult run(String command, Duration timeout) {
        return result(command, command, new byte[0], timeout);
    }

    @Override
    public CommandResult script(String script, Map<String, String> environment, Duration timeout) {
        return result(RootScript.RUN, script, RootScript.input(script, environment), timeout);
    }

    @Override
    public void upload(byte[] content, String path, String mode) {
        result(RootScript.RECEIVE, "upload to " + path, RootScript.input(content, path, mode), FILE_TIMEOUT).orThrow();
    }

    @Override
    public byte[] download(String path) {
        String shown = "download of " + path;
        long start = System.nanoTime();
        SshExchange.Answer answer = exchange(RootScript.RUN, shown,
                RootScript.input("cat -- " + RootScript.quote(path), Map.of()), FILE_TIMEOUT, FILE_LIMIT);
        if (answer.exit() != 0 || answer.out().cut()) {
            String why = answer.out().cut() ? "larger than " + FILE_LIMIT + " bytes" : answer.err().text();
            throw new RemoteCommandFailed(new CommandResult(
                    machine(), shown, Math.max(1, answer.exit()), "", why, since(start)));
        }
        return answer.out().bytes();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            SshConnector.closeQuietly(client);
            client = null;
        }
    }

    private CommandResult result(String command, String shown, byte[] input, Duration timeout) {
        long start = System.nanoTime();
        SshExchange.Answer answer = exchange(command, shown, input, timeout, OUTPUT_LIMIT);
        return new CommandResult(
                machine(), shown, answer.exit(), answer.out().text(), answer.err().text(), since(start));
    }

    private SshExchange.Answer exchange(String command, String shown, byte[] input, Duration timeout, int limit) {
        try {
            sessions.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RemoteUnreachable(machine() + ": interrupted", interrupted);
        }
        try {
            return exchange(connected(), command, shown, input, timeout, limit);
        } finally {
            sessions.release();
        }
    }

    private SshExchange.Answer exchange(
            SSHClient connection, String command, String shown, byte[] input, Duration timeout, int limit) {
        try {
            return new SshExchange(machine(), connection).run(command, shown, input, timeout, limit);
        } catch (RemoteUnreachable failure) {
            // Not even a session could be had: the connection is of no more use, though it may look alive.
            if (!failure.mayHaveRun()) {
                SshConnector.closeQuietly(connection);
            }
            throw failure;
        }
    }

    private synchronized SSHClient connected() {
        if (client != null && !client.isConnected()) {
            close();
        }
        if (client == null) {
            client = SshConnector.connect(endpoint);
        }
        return client;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

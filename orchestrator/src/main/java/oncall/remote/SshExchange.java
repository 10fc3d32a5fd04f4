package oncall.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.IOUtils;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.connection.channel.direct.Signal;

/** One command over an open connection: its input, its outputs, its end. */
final class SshExchange {

    /** What came back; see {@link CommandResult} for the exit code. */
    record Answer(int exit, BoundedOutput out, BoundedOutput err) {}

    private static final ExecutorService STREAMS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "ssh-stream");
        thread.setDaemon(true);
        return thread;
    });

    private final String machine;
    private final SSHClient client;

    SshExchange(String machine, SSHClient client) {
        this.machine = machine;
        this.client = client;
    }

    /**
     * @param shown the command as messages name it
     * @param limit bytes kept of each output
     */
    Answer run(String command, String shown, byte[] input, Duration timeout, int limit) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Session session = open();
        try {
            Session.Command running = exec(session, command);
            CompletableFuture<BoundedOutput> out = async(() -> BoundedOutput.drain(running.getInputStream(), limit));
            CompletableFuture<BoundedOutput> err = async(() -> BoundedOutput.drain(running.getErrorStream(), limit));
            async(() -> feed(running, input));
            CompletableFuture.allOf(out, err).get(left(deadline), TimeUnit.NANOSECONDS);
            running.join(Math.max(1, left(deadline)), TimeUnit.NANOSECONDS);
            return new Answer(exit(running), out.join(), err.join());
        } catch (TimeoutException late) {
            kill(session);
            throw new RemoteTimeout(machine, shown, timeout);
        } catch (ExecutionException lost) {
            throw lost(lost.getCause());
        } catch (IOException lost) {
            throw System.nanoTime() >= deadline ? new RemoteTimeout(machine, shown, timeout) : lost(lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RemoteUnreachable(machine + ": interrupted", interrupted, true);
        } finally {
            // Waits for the other side's consent, which a machine that hangs does not give.
            STREAMS.execute(() -> IOUtils.closeQuietly(session));
        }
    }

    private Session open() {
        try {
            return client.startSession();
        } catch (IOException | RuntimeException failure) {
            throw new RemoteUnreachable(machine + ": the connection was lost: " + failure.getMessage(), failure);
        }
    }

    private Session.Command exec(Session session, String command) {
        try {
            return session.exec(command);
        } catch (IOException failure) {
            throw lost(failure);
        }
    }

    /** A command may end without having read its input; its exit code tells more than a broken pipe. */
    private static Void feed(Session.Command running, byte[] input) {
        try (OutputStream stdin = running.getOutputStream()) {
            stdin.write(input);
        } catch (IOException notRead) {
            return null;
        }
        return null;
    }

    private int exit(Session.Command ended) {
        if (ended.getExitStatus() != null) {
            return ended.getExitStatus();
        }
        if (ended.getExitSignal() != null) {
            return SignalNumbers.exitCode(ended.getExitSignal());
        }
        throw new RemoteUnreachable(machine + ": the connection was lost before the command's end", null, true);
    }

    private RemoteUnreachable lost(Throwable failure) {
        return new RemoteUnreachable(
                machine + ": the connection was lost during a command: " + failure.getMessage(), failure, true);
    }

    /** Reaches only what runs as the login user; whoever starts more must limit it on the machine. */
    private static void kill(Session session) {
        try {
            ((Session.Command) session).signal(Signal.KILL);
        } catch (IOException lost) {
            // then the server ends the command's streams by itself
        }
    }

    private static long left(long deadline) {
        return deadline - System.nanoTime();
    }

    private static <T> CompletableFuture<T> async(Callable<T> task) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return task.call();
            } catch (Exception failure) {
                throw new CompletionException(failure);
            }
        }, STREAMS);
    }
}

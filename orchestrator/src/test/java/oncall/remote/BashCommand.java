package oncall.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** Runs a command in bash, with a folder in front of the path. */
final class BashCommand implements Command {

    private final String command;
    private final Path firstInPath;
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private Process process;

    BashCommand(String command, Path firstInPath) {
        this.command = command;
        this.firstInPath = firstInPath;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command);
        builder.environment().merge("PATH", firstInPath.toString(), (path, first) -> first + ":" + path);
        process = builder.start();
        daemon(() -> copy(in, process.getOutputStream()));
        Thread outputs = daemon(() -> copy(process.getInputStream(), out));
        Thread errors = daemon(() -> copy(process.getErrorStream(), err));
        daemon(() -> {
            try {
                outputs.join();
                errors.join();
                exit.onExit(process.waitFor());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void destroy(ChannelSession channel) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Passes bytes on as they come, and the end too. */
    private static void copy(InputStream from, OutputStream to) {
        byte[] chunk = new byte[8192];
        try (to) {
            for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                to.write(chunk, 0, n);
                to.flush();
            }
        } catch (IOException ended) {
            // either side may end first
        }
    }
}

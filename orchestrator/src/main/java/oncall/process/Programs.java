package oncall.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteWatchdog;
import org.apache.commons.exec.ProcessDestroyer;
import org.apache.commons.exec.PumpStreamHandler;
import org.apache.commons.exec.Watchdog;

/** Runs programs on the host, knows which are running, and ends them all when the work is cancelled. Thread-safe. */
public final class Programs {
    private static final boolean HAS_SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final Children children;
    private final Map<String, String> environment;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    public Programs(Children children) { this(children, System.getenv()); }

    /** @param environment what programs inherit, in place of the orchestrator's own environment */
    public Programs(Children children, Map<String, String> environment) {
        this.children = children;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs to the end. Never throws for an exit code other than 0; a program that does not exist ends with 127.
     *
     * @throws ProgramTimedOut past its time limit, after everything it started was ended
     * @throws Cancelled       when the work is cancelled before or while it runs
     */
    public ProgramResult run(Program program) {
        if (cancelled && !program.cleanup()) throw new Cancelled();
        Instant begin = Instant.now();
        try (OutputStream log = open(program.log())) {
            Output output = new Output(log, program.lines());
            TreeWatchdog watchdog = new TreeWatchdog(program.limit());
            DefaultExecutor executor = DefaultExecutor.builder().setExecuteStreamHandler(new PumpStreamHandler(output.out(), output.err()))
                .setWorkingDirectory(program.folder()).get();
            executor.setExitValues(null);
            executor.setWatchdog(watchdog);
            executor.setProcessDestroyer(new Register(program));
            int exit = executor.execute(commandLine(program), merged(program));
            output.finish();
            if (cancelled && !program.cleanup()) throw new Cancelled();
            ProgramResult result = new ProgramResult(program, exit, output.outText(), output.errText(),
                Duration.between(begin, Instant.now()));
            if (watchdog.killedProcess()) throw new ProgramTimedOut(result);
            return result;
        } catch (ExecuteException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException notStarted) {
            if (cancelled && !program.cleanup()) throw new Cancelled(notStarted);
            return new ProgramResult(program, ProgramResult.NOT_STARTED, "", String.valueOf(notStarted.getMessage()),
                Duration.between(begin, Instant.now()));
        }
    }

    /**
     * Interrupts {@code worker} and ends all running programs with everything they started. From now on only clean-up
     * programs run.
     */
    public void cancel(Thread worker) {
        // Whole trees, and now: once a parent is gone, its children can no longer be told to be its.
        List<ProcessHandle> trees = running.stream().flatMap(process -> Children.tree(process.toHandle()).stream()).toList();
        // In this order and close together: the worker's cleaning up begins once it sees the flag or loses its
        // program, and an interrupt that came later would hit the cleaning up.
        cancelled = true;
        worker.interrupt();
        Children.end(trees);
    }

    public boolean cancelled() { return cancelled; }

    /** @throws Cancelled once the work has been cancelled */
    public void check() {
        if (cancelled) throw new Cancelled();
    }

    private static CommandLine commandLine(Program program) {
        // A session of its own: Ctrl-C on the terminal then reaches the orchestrator alone, which ends its children
        // in order, instead of all of them at once.
        List<String> words = HAS_SETSID && !program.onTerminal()
            ? program.behind(List.of("/usr/bin/setsid")).command() : program.command();
        CommandLine line = new CommandLine(words.get(0));
        words.stream().skip(1).forEach(word -> line.addArgument(word, false));
        return line;
    }

    private Map<String, String> merged(Program program) {
        Map<String, String> merged = new HashMap<>(environment);
        merged.putAll(program.environment());
        return merged;
    }

    private static OutputStream open(Path log) {
        if (log == null) return OutputStream.nullOutputStream();
        try {
            Files.createDirectories(log.getParent());
            return Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + log, e);
        }
    }

    /** Told by commons-exec of each process as it starts and ends. */
    private final class Register implements ProcessDestroyer {
        private final Program program;

        Register(Program program) { this.program = program; }

        @Override public boolean add(Process process) {
            running.add(process);
            children.started(process, program.toString());
            // Between the look at the flag and the start there is a gap in which cancel() sees no process.
            if (cancelled && !program.cleanup()) Children.endTree(process.toHandle());
            return true;
        }

        @Override public boolean remove(Process process) {
            running.remove(process);
            children.ended(process);
            return true;
        }

        @Override public int size() { return running.size(); }
    }

    /** Past the limit ends the whole tree; commons-exec's own ends only the first process. */
    private static final class TreeWatchdog extends ExecuteWatchdog {
        private Process watched;
        private boolean late;

        @SuppressWarnings("deprecation") // the builder cannot build a subclass
        TreeWatchdog(Duration limit) { super(limit.toMillis()); }

        @Override public synchronized void start(Process process) {
            watched = process;
            super.start(process);
        }

        @Override public synchronized void timeoutOccured(Watchdog watchdog) {
            if (watched != null && watched.isAlive()) {
                // The parent may end by itself once its children do, before it is told to; it was late all the same.
                late = true;
                watched.descendants().forEach(ProcessHandle::destroy);
            }
            super.timeoutOccured(watchdog);
        }

        @Override public synchronized boolean killedProcess() { return late || super.killedProcess(); }
    }
}

package oncall.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A folder with one file per running child of the orchestrator, named by process id. It outlives the orchestrator,
 * so that the next one finds a child that was left running when its parent was killed.
 */
public final class Children {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path folder;

    public Children(Path folder) { this.folder = folder; }

    void started(Process process, String command) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(process.pid()), start(process.toHandle()) + " " + command + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot record a child process in " + folder, e);
        }
    }

    void ended(Process process) {
        try {
            Files.deleteIfExists(file(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends what an earlier orchestrator left running.
     *
     * @return the commands that were still running
     */
    public List<String> endLeftovers() {
        List<String> ended = new ArrayList<>();
        if (!Files.isDirectory(folder)) return ended;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String[] record = Files.readString(file).strip().split(" ", 2);
                Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(file.getFileName().toString()));
                // Process ids are used again; the start time tells whether it is still the same process.
                if (process.isPresent() && record[0].equals(start(process.get()))) {
                    endTree(process.get());
                    ended.add(record.length > 1 ? record[1] : "?");
                }
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return ended;
    }

    /** Ends a process and everything below it: politely first, by force after five seconds. */
    static void endTree(ProcessHandle root) { end(tree(root)); }

    static List<ProcessHandle> tree(ProcessHandle root) { return Stream.concat(root.descendants(), Stream.of(root)).toList(); }

    static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        Instant deadline = Instant.now().plus(GRACE);
        for (ProcessHandle process : processes) {
            try {
                long left = Math.max(1, Duration.between(Instant.now(), deadline).toMillis());
                process.onExit().get(left, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stubborn) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Path file(long pid) { return folder.resolve(Long.toString(pid)); }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(instant -> Long.toString(instant.toEpochMilli())).orElse("0");
    }
}

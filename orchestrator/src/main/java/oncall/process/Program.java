package oncall.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is to be run on the host: a command with its folder, environment, time limit and where its output goes.
 * Immutable; each method returns a changed copy.
 *
 * @param command     the program and its arguments, never a shell line
 * @param folder      working folder; null for the orchestrator's own
 * @param environment added to the orchestrator's own environment
 * @param limit       killed, with everything it started, after this time
 * @param log         file that output is appended to as it comes; null for none
 * @param lines       called with each line of output as it comes
 * @param onTerminal  keeps the orchestrator's terminal, so that sudo can ask for a password there
 * @param cleanup     also runs once the work has been cancelled
 */
public record Program(List<String> command, Path folder, Map<String, String> environment, Duration limit, Path log,
                      Consumer<String> lines, boolean onTerminal, boolean cleanup) {
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(1);

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static Program of(String... command) { return of(List.of(command)); }

    public static Program of(List<String> command) {
        return new Program(command, null, Map.of(), DEFAULT_LIMIT, null, line -> { }, false, false);
    }

    public Program in(Path newFolder) {
        return new Program(command, newFolder, environment, limit, log, lines, onTerminal, cleanup);
    }

    public Program with(Map<String, String> more) {
        Map<String, String> merged = new HashMap<>(environment);
        merged.putAll(more);
        return new Program(command, folder, merged, limit, log, lines, onTerminal, cleanup);
    }

    public Program within(Duration newLimit) {
        return new Program(command, folder, environment, newLimit, log, lines, onTerminal, cleanup);
    }

    public Program logTo(Path file) {
        return new Program(command, folder, environment, limit, file, lines, onTerminal, cleanup);
    }

    public Program onLine(Consumer<String> listener) {
        return new Program(command, folder, environment, limit, log, listener, onTerminal, cleanup);
    }

    public Program onTheTerminal() {
        return new Program(command, folder, environment, limit, log, lines, true, cleanup);
    }

    public Program evenWhenCancelled() {
        return new Program(command, folder, environment, limit, log, lines, onTerminal, true);
    }

    /** The same with {@code words} in front, for example sudo. */
    public Program behind(List<String> words) {
        List<String> longer = new ArrayList<>(words);
        longer.addAll(command);
        return new Program(longer, folder, environment, limit, log, lines, onTerminal, cleanup);
    }

    @Override public String toString() { return String.join(" ", command); }
}

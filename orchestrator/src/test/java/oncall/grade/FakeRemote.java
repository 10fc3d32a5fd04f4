package oncall.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import oncall.remote.CommandResult;
import oncall.remote.Remote;
import oncall.remote.RemoteUnreachable;

/** A machine that answers by the book: the last matching rule wins; what no rule covers is a failed test. */
public final class FakeRemote implements Remote {

    private final String machine;
    private final Map<Pattern, UnaryOperator<String>> rules = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private volatile boolean silent;

    public FakeRemote(String machine) {
        this.machine = machine;
        on("boot_id", "boot-1\n");
    }

    /** @param pattern found anywhere in the command */
    public FakeRemote on(String pattern, String output) {
        return on(pattern, command -> output);
    }

    /** @param output from the command; what begins with ERROR goes to standard error, with exit code 1 */
    public FakeRemote on(String pattern, UnaryOperator<String> output) {
        synchronized (rules) {
            rules.put(Pattern.compile(pattern, Pattern.DOTALL), output);
        }
        return this;
    }

    /** From now on it cannot be reached. */
    public void stop() {
        silent = true;
    }

    /** Every command so far. */
    public List<String> asked() {
        synchronized (rules) {
            return List.copyOf(asked);
        }
    }

    @Override
    public String machine() {
        return machine;
    }

    @Override
    public CommandResult run(String command, Duration timeout) {
        if (silent) {
            throw new RemoteUnreachable(machine + ": no SSH connection");
        }
        UnaryOperator<String> answer = null;
        synchronized (rules) {
            asked.add(command);
            for (Map.Entry<Pattern, UnaryOperator<String>> rule : rules.entrySet()) {
                answer = rule.getKey().matcher(command).find() ? rule.getValue() : answer;
            }
        }
        if (answer == null) {
            throw new IllegalStateException("nobody told " + machine + " what to answer to: " + command);
        }
        String output = answer.apply(command);
        boolean failed = output.startsWith("ERROR");
        return new CommandResult(machine, command, failed ? 1 : 0, failed ? "" : output, failed ? output : "",
                Duration.ZERO);
    }

    @Override
    public CommandResult script(String script, Map<String, String> environment, Duration timeout) {
        return run(script, timeout);
    }

    @Override
    public void upload(byte[] content, String path, String mode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] download(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}

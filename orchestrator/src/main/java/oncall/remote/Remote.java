package oncall.remote;

import java.time.Duration;
import java.util.Map;

/**
 * One machine on which commands can be run. Safe for use by several threads at once.
 *
 * <p>Every method throws {@link RemoteUnreachable} when the machine could not be asked, or did not
 * answer in time. That says nothing about the state of the machine's services.
 */
public interface Remote extends AutoCloseable {

    /** How long a command may take where the caller does not say. */
    Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** The machine's name within the stage, such as {@code app}. */
    String machine();

    /**
     * Runs a command in the login user's shell. A non-zero exit is a result, not an exception.
     *
     * <p>A command which leaves a process behind must redirect that process's output: the call
     * returns only when nobody holds the command's output open any more.
     *
     * @throws RemoteTimeout when the command takes longer than {@code timeout}; it may still be running
     * @throws RemoteUnreachable when the connection fails
     */
    CommandResult run(String command, Duration timeout);

    /** As {@link #run(String, Duration)}, within {@link #DEFAULT_TIMEOUT}. */
    default CommandResult run(String command) {
        return run(command, DEFAULT_TIMEOUT);
    }

    /**
     * The command's standard output without leading and trailing white space.
     *
     * @throws RemoteCommandFailed when the command's exit code is not 0
     */
    default String output(String command) {
        return run(command).orThrow().out().strip();
    }

    /** Runs a command as root, in bash. The command's text does not reach the guest's sudo log. */
    default CommandResult sudo(String command, Duration timeout) {
        return script(command, Map.of(), timeout);
    }

    /** As {@link #sudo(String, Duration)}, within {@link #DEFAULT_TIMEOUT}. */
    default CommandResult sudo(String command) {
        return sudo(command, DEFAULT_TIMEOUT);
    }

    /**
     * As {@link #output(String)}, as root.
     *
     * @throws RemoteCommandFailed when the command's exit code is not 0
     */
    default String sudoOutput(String command) {
        return sudo(command).orThrow().out().strip();
    }

    /**
     * Runs a bash script as root. It travels over standard input, whole or not at all: a script cut
     * short by a broken connection is not begun. The script itself sees an empty standard input.
     *
     * @param environment exported before the script starts
     */
    CommandResult script(String script, Map<String, String> environment, Duration timeout);

    /**
     * Writes a file as root; it appears whole or not at all.
     *
     * @param path absolute path; its directory must exist
     * @param mode octal, such as {@code 0644}
     * @throws RemoteCommandFailed when the guest refuses, for instance for lack of space
     */
    void upload(byte[] content, String path, String mode);

    /**
     * Reads a file as root.
     *
     * @throws RemoteCommandFailed when it cannot be read
     */
    byte[] download(String path);

    /** Ends the connection. A later call connects again. */
    @Override
    void close();
}

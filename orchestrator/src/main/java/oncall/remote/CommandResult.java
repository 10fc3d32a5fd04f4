package oncall.remote;

import java.time.Duration;

/**
 * What a command left behind.
 *
 * @param machine where it ran
 * @param command its text as the caller gave it
 * @param exit its exit code; 128 + n where signal n ended it, as a shell says it
 * @param out standard output, cut at a bound with a marker
 * @param err standard error, likewise
 * @param took from the request to the end of its output
 */
public record CommandResult(
        String machine, String command, int exit, String out, String err, Duration took) {

    public boolean ok() {
        return exit == 0;
    }

    /** This result, if the command succeeded. */
    public CommandResult orThrow() {
        if (!ok()) {
            throw new RemoteCommandFailed(this);
        }
        return this;
    }
}

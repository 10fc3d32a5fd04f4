package oncall.remote;

import java.time.Duration;

/** A command did not end in its time. It may still be running. */
public final class RemoteTimeout extends RemoteUnreachable {

    public RemoteTimeout(String machine, String command, Duration timeout) {
        super("%s: timed out after %d s: %s".formatted(
                machine, timeout.toSeconds(), command.strip().lines().findFirst().orElse("")), null, true);
    }
}

package oncall.vm;

import java.nio.file.Path;
import oncall.process.Tail;

/** The VMs could not be brought to where they should be; the message shows the end of the log. */
public final class StageFailed extends RuntimeException {
    private static final int LINES = 15;

    public StageFailed(String message) { super(message); }

    public StageFailed(String message, Throwable cause) { super(message, cause); }

    public StageFailed(String message, Path log, Throwable cause) {
        super(message + "\nThe end of " + log + ":\n" + Tail.of(log, LINES), cause);
    }
}

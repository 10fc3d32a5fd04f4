package oncall.process;

import java.time.Duration;

/**
 * How a program on the host ended.
 *
 * @param exit its exit code; 127 when it could not be started at all
 */
public record ProgramResult(Program program, int exit, String out, String err, Duration took) {
    public static final int NOT_STARTED = 127;

    public boolean ok() { return exit == 0; }

    /** @throws ProgramFailed unless it ended with 0 */
    public ProgramResult orThrow() {
        if (!ok()) throw new ProgramFailed(this);
        return this;
    }

    /** What it printed, without blank space around it. */
    public String text() { return out.strip(); }

    /** The last lines of what it said, errors first where there are any. */
    public String complaint(int lines) {
        return Tail.of(err.isBlank() ? out : err, lines);
    }
}

package oncall.remote;

/** A machine could not be asked. Its state is unknown, which is never the player's fault. */
public class RemoteUnreachable extends RuntimeException {

    private final boolean mayHaveRun;

    /**
     * @param mayHaveRun whether the command may have been begun, so that asking again could run it twice
     */
    public RemoteUnreachable(String message, Throwable cause, boolean mayHaveRun) {
        super(message, cause);
        this.mayHaveRun = mayHaveRun;
    }

    public RemoteUnreachable(String message, Throwable cause) {
        this(message, cause, false);
    }

    public RemoteUnreachable(String message) {
        this(message, null, false);
    }

    /** Whether the command may have been begun, so that asking again could run it twice. */
    public boolean mayHaveRun() {
        return mayHaveRun;
    }
}

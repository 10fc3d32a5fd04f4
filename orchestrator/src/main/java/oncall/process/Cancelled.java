package oncall.process;

/** The user (Ctrl-C) or the system (SIGTERM) asked the orchestrator to stop. */
public final class Cancelled extends RuntimeException {
    public Cancelled() { super("cancelled"); }

    public Cancelled(Throwable cause) { super("cancelled", cause); }
}

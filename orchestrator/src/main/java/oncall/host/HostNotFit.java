package oncall.host;

/** The host lacks something, or may not be changed; the message says what and names the remedy. */
public final class HostNotFit extends RuntimeException {
    public HostNotFit(String message) { super(message); }

    public HostNotFit(String message, Throwable cause) { super(message, cause); }
}

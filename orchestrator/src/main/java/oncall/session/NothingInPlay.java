package oncall.session;

/** The command needs a level that is being played, and there is none. */
public final class NothingInPlay extends RuntimeException {
    NothingInPlay(String message) { super(message); }
}

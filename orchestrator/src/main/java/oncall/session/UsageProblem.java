package oncall.session;

/** What was asked for makes no sense as things are; the message says what would. */
public final class UsageProblem extends RuntimeException {
    public UsageProblem(String message) { super(message); }
}

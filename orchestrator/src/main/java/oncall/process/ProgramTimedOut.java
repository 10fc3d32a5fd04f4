package oncall.process;

/** A program on the host did not end within its limit and was ended, with everything it had started. */
public final class ProgramTimedOut extends RuntimeException {
    private final transient ProgramResult result;

    public ProgramTimedOut(ProgramResult result) {
        super("`%s` did not end within %d s%s".formatted(result.program(), result.program().limit().toSeconds(),
            result.complaint(12).isBlank() ? "" : "; its last words:\n" + result.complaint(12)));
        this.result = result;
    }

    public ProgramResult result() { return result; }
}

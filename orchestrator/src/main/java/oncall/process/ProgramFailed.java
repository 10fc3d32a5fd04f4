package oncall.process;

/** A program on the host ended with an error; carries everything that is known of it. */
public final class ProgramFailed extends RuntimeException {
    private final transient ProgramResult result;

    public ProgramFailed(ProgramResult result) {
        super("`%s` failed with exit code %d after %.1f s%s".formatted(result.program(), result.exit(),
            result.took().toMillis() / 1000.0, result.complaint(12).isBlank() ? "" : ":\n" + result.complaint(12)));
        this.result = result;
    }

    public ProgramResult result() { return result; }
}

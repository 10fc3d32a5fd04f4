package oncall.remote;

/** A command ran to its end on a machine and said that it had failed. */
public class RemoteCommandFailed extends RuntimeException {

    private static final int SHOWN = 400;

    private final transient CommandResult result;

    public RemoteCommandFailed(CommandResult result) {
        super(describe(result));
        this.result = result;
    }

    public CommandResult result() {
        return result;
    }

    private static String describe(CommandResult result) {
        String said = result.err().isBlank() ? result.out() : result.err();
        return "%s: exit %d from: %s%s".formatted(
                result.machine(), result.exit(), head(result.command()),
                said.isBlank() ? "" : ": " + tail(said));
    }

    private static String head(String command) {
        String line = command.strip().lines().findFirst().orElse("");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static String tail(String said) {
        String text = said.strip();
        return text.length() <= SHOWN ? text : "…" + text.substring(text.length() - SHOWN);
    }
}

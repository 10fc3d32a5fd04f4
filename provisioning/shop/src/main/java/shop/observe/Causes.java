package shop.observe;

/** Puts an exception and its causes on one line. */
public final class Causes {
    private Causes() {}

    public static String of(Throwable failure) {
        StringBuilder line = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!line.isEmpty()) {
                line.append(" <- ");
            }
            line.append(cause.getClass().getSimpleName());
            if (cause.getMessage() != null) {
                line.append(": ").append(cause.getMessage().strip().replaceAll("\\s*\\R\\s*", " | "));
            }
        }
        return line.toString();
    }

    public static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

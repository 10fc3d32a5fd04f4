package oncall.cli;

/** What the terminal can do, if there is one. */
final class Terminal {
    private static final int USUAL_WIDTH = 100;

    private Terminal() { }

    static boolean isThere() { return System.console() != null; }

    static boolean colour() {
        String no = System.getenv("NO_COLOR");
        return isThere() && (no == null || no.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /** Columns; shells tell only some of the time. */
    static int width() {
        try {
            return Integer.parseInt(System.getenv().getOrDefault("COLUMNS", ""));
        } catch (NumberFormatException unknown) {
            return USUAL_WIDTH;
        }
    }

    static String green(String text) { return paint("32", text); }

    static String yellow(String text) { return paint("33", text); }

    static String red(String text) { return paint("31", text); }

    static String bold(String text) { return paint("1", text); }

    private static String paint(String code, String text) { return colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text; }
}

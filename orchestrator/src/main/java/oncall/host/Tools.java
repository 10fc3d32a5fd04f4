package oncall.host;

import oncall.process.ProgramResult;

/** Small helpers over what tools print. */
final class Tools {
    private Tools() { }

    static String firstLine(ProgramResult result) {
        return (result.out() + "\n" + result.err()).lines().filter(line -> !line.isBlank()).findFirst().orElse("nothing").strip();
    }

    /** "3.4 GiB" */
    static String gib(long bytes) { return "%.1f GiB".formatted(bytes / (double) (1L << 30)); }
}

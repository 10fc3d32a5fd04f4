package oncall.cli;

import java.util.List;

/**
 * How long something took, in several rounds of one run.
 *
 * @param step    what a person asked for
 * @param stage   the part of it; {@link #WHOLE} for all of it
 * @param rounds  how often it was measured
 * @param seconds the median
 * @param ratio   of the median to that of the step to which all are compared: what can be compared between hosts
 */
record Timing(String step, String stage, int rounds, double seconds, double ratio) {
    static final String WHOLE = "";

    /** @param unit seconds that are a ratio of 1 */
    static Timing of(String step, String stage, List<Double> seconds, double unit) {
        double median = median(seconds);
        return new Timing(step, stage, seconds.size(), median, median / unit);
    }

    static double median(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

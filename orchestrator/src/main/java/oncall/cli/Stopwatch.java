package oncall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import oncall.process.Progress;

/** Shows progress, and keeps how long each of its stages took while something is measured. */
final class Stopwatch implements Progress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Progress shown;
    private final LongSupplier nanos;
    private final Map<String, Map<String, List<Double>>> seconds = new LinkedHashMap<>();
    private Map<String, Double> stages = new LinkedHashMap<>();

    /** @param nanos a clock in nanoseconds, from any beginning */
    Stopwatch(Progress shown, LongSupplier nanos) {
        this.shown = shown;
        this.nanos = nanos;
    }

    /** Runs {@code work} and keeps how long it took, in all and by stages; nothing is kept of what fails. */
    void measure(String step, Runnable work) {
        stages = new LinkedHashMap<>();
        long begin = nanos.getAsLong();
        work.run();
        Map<String, List<Double>> kept = seconds.computeIfAbsent(step, first -> new LinkedHashMap<>());
        kept.computeIfAbsent(Timing.WHOLE, first -> new ArrayList<>()).add(since(begin));
        stages.forEach((stage, took) -> kept.computeIfAbsent(stage, first -> new ArrayList<>()).add(took));
    }

    /**
     * What was measured, in the order in which it first was; each step as a whole, then its stages.
     *
     * @param base the step to whose median the ratios are
     */
    List<Timing> timings(String base) {
        double unit = Timing.median(seconds.get(base).get(Timing.WHOLE));
        List<Timing> timings = new ArrayList<>();
        seconds.forEach((step, parts) -> parts.forEach((stage, took) -> timings.add(Timing.of(step, stage, took, unit))));
        return timings;
    }

    @Override public Stage begin(String name) {
        Stage inner = shown.begin(name);
        long begin = nanos.getAsLong();
        return new Stage() {
            @Override public void detail(String what) { inner.detail(what); }

            @Override public void done() { inner.done(); }

            @Override public void close() {
                inner.close();
                stages.merge(name, since(begin), Double::sum);
            }
        };
    }

    @Override public void say(String line) { shown.say(line); }

    private double since(long begin) { return (nanos.getAsLong() - begin) / NANOS_PER_SECOND; }
}

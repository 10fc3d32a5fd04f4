package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import oncall.process.Progress;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private final AtomicLong clock = new AtomicLong();
    private final Stopwatch watch = new Stopwatch(Progress.silent(), clock::get);

    private void pass(double seconds) { clock.addAndGet((long) (seconds * 1e9)); }

    private void step(String name, double first, double second) {
        watch.measure(name, () -> {
            watch.stage("restore", () -> pass(first));
            watch.stage("wait", () -> pass(second));
        });
    }

    @Test void aStepIsMeasuredAsAWholeAndByItsStages() {
        step("up", 3, 5);
        step("reset", 1, 1);
        assertThat(watch.timings("up")).containsExactly(new Timing("up", Timing.WHOLE, 1, 8, 1), new Timing("up", "restore", 1, 3, 0.375),
            new Timing("up", "wait", 1, 5, 0.625), new Timing("reset", Timing.WHOLE, 1, 2, 0.25), new Timing("reset", "restore", 1, 1, 0.125),
            new Timing("reset", "wait", 1, 1, 0.125));
    }

    @Test void ofSeveralRoundsTheMedianCounts() {
        step("up", 1, 1);
        step("up", 90, 1);
        step("up", 4, 1);
        assertThat(watch.timings("up")).startsWith(new Timing("up", Timing.WHOLE, 3, 5, 1), new Timing("up", "restore", 3, 4, 0.8));
        step("up", 6, 1);
        assertThat(watch.timings("up").get(0).seconds()).isEqualTo(6);
    }

    @Test void aStageThatComesTwiceInAStepIsAddedUp() {
        watch.measure("up", () -> {
            watch.stage("wait", () -> pass(1));
            watch.stage("wait", () -> pass(2));
        });
        assertThat(watch.timings("up")).contains(new Timing("up", "wait", 1, 3, 1));
    }

    @Test void whatComesBetweenStepsIsNotMeasured() {
        watch.stage("install", () -> pass(100));
        step("up", 1, 1);
        watch.stage("switch off", () -> pass(100));
        step("up", 1, 1);
        assertThat(watch.timings("up")).hasSize(3).startsWith(new Timing("up", Timing.WHOLE, 2, 2, 1));
    }

    @Test void nothingIsKeptOfWhatFails() {
        step("up", 1, 1);
        assertThatThrownBy(() -> watch.measure("up", () -> {
            pass(1000);
            throw new IllegalStateException("a VM died");
        })).hasMessage("a VM died");
        assertThat(watch.timings("up").get(0)).isEqualTo(new Timing("up", Timing.WHOLE, 1, 2, 1));
    }
}

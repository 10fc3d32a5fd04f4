package oncall.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Turns what JUnit tells into findings. */
final class FindingListener implements TestExecutionListener {

    private final Map<String, Integer> order = new ConcurrentHashMap<>();
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final List<Judged> judged = new ArrayList<>();

    /** The findings so far, in the order of discovery. */
    synchronized List<Judged> judged() {
        // Those of one parameterised check share a place; their ids end in a counter.
        return judged.stream().sorted(Comparator
                .comparing((Judged one) -> order.getOrDefault(one.id(), Integer.MAX_VALUE))
                .thenComparing(one -> one.id().length()).thenComparing(Judged::id)).toList();
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.getRoots().forEach(root -> number(plan, root));
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier check) {
        check.getParentId().map(order::get).ifPresent(place -> order.put(check.getUniqueId(), place));
    }

    @Override
    public void executionStarted(TestIdentifier check) {
        started.put(check.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier check, String reason) {
        add(check, Outcome.SKIPPED, reason);
    }

    @Override
    public void executionFinished(TestIdentifier check, TestExecutionResult result) {
        Throwable failure = result.getThrowable().orElse(null);
        if (failure != null) {
            Outcome outcome = Failures.outcome(failure);
            add(check, outcome, Failures.message(outcome, failure));
        } else if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            add(check, Outcome.SKIPPED, "");
        } else if (check.isTest()) {
            add(check, Outcome.PASS, "");
        }
    }

    private synchronized void add(TestIdentifier check, Outcome outcome, String message) {
        Long start = started.get(check.getUniqueId());
        Duration took = start == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - start);
        CheckMethod method = CheckMethod.of(check.getSource());
        judged.add(new Judged(check.getUniqueId(),
                new Finding(check.getDisplayName(), outcome, message, took, method.symptom()), method.steady()));
    }

    private void number(TestPlan plan, TestIdentifier check) {
        order.put(check.getUniqueId(), order.size());
        plan.getChildren(check).forEach(child -> number(plan, child));
    }
}

package oncall.grade;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs checks once, by JUnit's launcher, on a lab. */
final class CheckRun {

    /** More would only make the guests' single CPUs take turns. */
    private static final int THREADS = 4;

    /** Ends a check which hangs; its outcome is then unknown. */
    private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(120);

    private static final Map<String, String> PARAMETERS = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            // Exactly so many at a time; the fork-join pool adds threads when one of its own waits.
            "junit.jupiter.execution.parallel.config.executor-service", "worker_thread_pool",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(THREADS),
            "junit.jupiter.testmethod.order.default", CheckOrder.class.getName(),
            "junit.jupiter.execution.timeout.testable.method.default", CHECK_TIMEOUT.toSeconds() + " s");

    private final Lab lab;

    CheckRun(Lab lab) {
        this.lab = lab;
    }

    /** What became of those of the selected checks which are wanted, in the order of their discovery. */
    List<Judged> run(Collection<? extends DiscoverySelector> selectors, Predicate<CheckMethod> wanted) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JUnit finds checks again by their names, and Maven's own loader does not know them.
        thread.setContextClassLoader(CheckClasses.loader(lab.level()));
        try (LauncherSession session = LauncherFactory.openSession(bare())) {
            session.getStore().put(Namespace.create(LabExtension.NAMESPACE), Lab.class, lab);
            PostDiscoveryFilter filter = descriptor -> FilterResult.includedIf(
                    !descriptor.isTest() || wanted.test(CheckMethod.of(descriptor.getSource())));
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(List.copyOf(selectors))
                    .enableImplicitConfigurationParameters(false)
                    .configurationParameters(PARAMETERS)
                    .filters(filter);
            FindingListener listener = new FindingListener();
            session.getLauncher().execute(request.build(), listener);
            return listener.judged();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Nothing that happens to lie on the class path takes part. */
    private static LauncherConfig bare() {
        return LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
    }
}

package shop.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Makes the registry of a program, with the JVM's heap in it. */
public final class Metrics {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private Metrics() {}

    public static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        // Runtime instead of Micrometer's JVM binders: those start JMX, a second more at start on a slow machine.
        Runtime runtime = Runtime.getRuntime();
        Gauge.builder("jvm.memory.used", runtime, r -> r.totalMemory() - r.freeMemory())
                .baseUnit("bytes").tag("area", "heap").register(registry);
        Gauge.builder("jvm.memory.committed", runtime, Runtime::totalMemory)
                .baseUnit("bytes").tag("area", "heap").register(registry);
        Gauge.builder("jvm.memory.max", runtime, Runtime::maxMemory)
                .baseUnit("bytes").tag("area", "heap").register(registry);
        long started = System.nanoTime();
        Gauge.builder("process.uptime", () -> (System.nanoTime() - started) / 1e9).baseUnit("seconds").register(registry);
        return registry;
    }
}

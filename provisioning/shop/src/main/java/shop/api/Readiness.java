package shop.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.observe.Causes;

/** Asks the dependencies whether they answer, all at once and in bounded time. */
public final class Readiness implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Readiness.class);

    @FunctionalInterface
    public interface Probe {
        /** Throws if the dependency does not answer as it should. */
        void run() throws Exception;
    }

    private final Map<String, Probe> probes;
    private final long timeoutMs;
    private final ExecutorService threads;
    /** A probe that hangs is asked on, not started again: a frozen database must not eat threads. */
    private final Map<String, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    /** Why a dependency was not available when it was asked last. */
    private final Map<String, String> reasons = new ConcurrentHashMap<>();

    Readiness(Map<String, Probe> probes, long timeoutMs) {
        this.probes = probes;
        this.timeoutMs = timeoutMs;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "readiness");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** "UP" or "DOWN" per dependency. */
    Map<String, String> states() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        Map<String, CompletableFuture<Void>> asked = new LinkedHashMap<>();
        probes.forEach((name, probe) -> asked.put(name, ask(name, probe)));
        Map<String, String> states = new LinkedHashMap<>();
        asked.forEach((name, answer) -> states.put(name, state(name, answer, deadline)));
        return states;
    }

    private CompletableFuture<Void> ask(String name, Probe probe) {
        return running.compute(name, (key, current) -> current != null && !current.isDone()
                ? current
                : CompletableFuture.runAsync(() -> run(probe), threads));
    }

    private static void run(Probe probe) {
        try {
            probe.run();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private String state(String name, CompletableFuture<Void> answer, long deadline) {
        try {
            answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (reasons.remove(name) != null) {
                log.warn("{} is available again", name);
            }
            return "UP";
        } catch (TimeoutException e) {
            if (reasons.putIfAbsent(name, "") == null) {
                log.error("{} is not available: no answer within {} ms", name, timeoutMs);
            }
        } catch (ExecutionException e) {
            String reason = Causes.of(Causes.root(e));
            if (!reason.equals(reasons.put(name, reason))) {
                log.error("{} is not available: {}", name, reason);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "DOWN";
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

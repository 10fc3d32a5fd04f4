package oncall.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import oncall.process.Cancelled;

/** Does the same to several things at once, and is done when all are. */
public final class Together {
    private Together() { }

    /**
     * The results, in order.
     *
     * @throws Cancelled        when interrupted; the work is then interrupted too
     * @throws RuntimeException the first failure, with the others attached, once all have ended
     */
    public static <T, R> List<R> map(List<T> things, Function<T, R> work) {
        if (things.isEmpty()) return List.of();
        ExecutorService pool = Executors.newFixedThreadPool(things.size());
        try {
            List<CompletableFuture<R>> futures = things.stream().map(thing -> CompletableFuture.supplyAsync(() -> work.apply(thing), pool)).toList();
            List<R> results = new ArrayList<>();
            RuntimeException failure = null;
            for (CompletableFuture<R> future : futures) {
                try {
                    results.add(future.get());
                } catch (InterruptedException e) {
                    throw new Cancelled(e);
                } catch (ExecutionException e) {
                    RuntimeException cause = e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
                    if (failure == null) failure = cause;
                    else if (failure != cause) failure.addSuppressed(cause);
                }
            }
            if (failure != null) throw failure;
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** The same to all, but to no more than {@code atOnce} at a time. */
    public static <T> void inTurns(List<T> things, int atOnce, Consumer<T> work) {
        for (int from = 0; from < things.size(); from += atOnce) each(things.subList(from, Math.min(from + atOnce, things.size())), work);
    }

    public static <T> void each(List<T> things, Consumer<T> work) {
        map(things, thing -> {
            work.accept(thing);
            return null;
        });
    }
}

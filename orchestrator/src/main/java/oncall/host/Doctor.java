package oncall.host;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Says what the host has and lacks. */
public final class Doctor {
    private final List<Examination> examinations;

    public Doctor(List<Examination> examinations) { this.examinations = List.copyOf(examinations); }

    /** All lines, in the order of the examinations, which run side by side. */
    public List<Need> examine() {
        ExecutorService pool = Executors.newFixedThreadPool(examinations.size());
        try {
            return pool.invokeAll(examinations.stream().map(each -> (java.util.concurrent.Callable<List<Need>>) each::examine).toList())
                .stream().map(Doctor::join).flatMap(List::stream).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new oncall.process.Cancelled(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Need> join(Future<List<Need>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new oncall.process.Cancelled(e);
        }
    }
}

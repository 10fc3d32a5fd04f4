package oncall.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import oncall.remote.Remote;

/**
 * Whether every machine of the stage can be asked, and is still in the same boot: a check that fails
 * because its machine was stopped or reset under it says nothing about the player's mend.
 *
 * @param boots boot ids by machine, of those which answered
 * @param silent why a machine did not answer, by machine
 */
record Reachability(Map<String, String> boots, Map<String, String> silent) {

    private static final Duration COMMAND = Duration.ofSeconds(10);

    /** A connection that hangs has limits of its own, which add up to more than a player would wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Reachability of(Lab lab) {
        Map<String, Future<String>> asked = new LinkedHashMap<>();
        ExecutorService pool = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "reachability");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (String machine : lab.stage().names()) {
                asked.put(machine, pool.submit(() -> bootId(lab.on(machine))));
            }
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            Map<String, String> boots = new TreeMap<>();
            Map<String, String> silent = new TreeMap<>();
            asked.forEach((machine, answer) -> collect(machine, answer, deadline, boots, silent));
            return new Reachability(boots, silent);
        } finally {
            pool.shutdownNow();
        }
    }

    /** One unknown finding for each machine that is silent now or has been booted since. */
    List<Finding> lostSince(Reachability earlier) {
        List<Finding> lost = new ArrayList<>(unreachable());
        boots.forEach((machine, boot) -> {
            if (!boot.equals(earlier.boots.getOrDefault(machine, boot))) {
                lost.add(unknown(machine, "it was rebooted while it was being judged"));
            }
        });
        return lost;
    }

    /** One unknown finding for each machine that is silent. */
    List<Finding> unreachable() {
        return silent.entrySet().stream().map(entry -> unknown(entry.getKey(), entry.getValue() + "\n"
                + SshAdvice.of(entry.getKey()))).toList();
    }

    private static Finding unknown(String machine, String why) {
        return new Finding("the machine " + machine + " can be asked", Outcome.UNKNOWN,
                "could not look: " + why, Duration.ZERO, false);
    }

    private static String bootId(Remote remote) {
        return remote.run("cat /proc/sys/kernel/random/boot_id", COMMAND).orThrow().out().strip();
    }

    private static void collect(String machine, Future<String> answer, long deadline,
            Map<String, String> boots, Map<String, String> silent) {
        try {
            boots.put(machine, answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failure) {
            silent.put(machine, String.valueOf(failure.getCause().getMessage()));
        } catch (TimeoutException late) {
            silent.put(machine, machine + ": no answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            silent.put(machine, "interrupted");
        }
    }
}

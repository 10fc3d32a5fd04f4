package oncall.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import oncall.process.Progress;

/**
 * Stages with elapsed time. On a terminal the current one is kept up to date in place; elsewhere it gets a line when it
 * takes long, when it gets further, and at its end. Stages of less than two seconds are not worth a word.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);
    private static final long TICK_MILLIS = 500;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean inPlace;
    private final int width;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private Running current;

    ConsoleProgress(PrintStream out, boolean inPlace, int width) {
        this.out = out;
        this.inPlace = inPlace;
        this.width = width;
        ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override public synchronized Stage begin(String name) {
        current = new Running(name, current);
        return current;
    }

    @Override public synchronized void say(String line) {
        clear();
        out.println(line);
    }

    @Override public void close() { ticker.shutdownNow(); }

    private synchronized void tick() {
        if (current != null) current.tick();
    }

    private void clear() {
        if (inPlace) out.print(CLEAR_LINE);
    }

    private final class Running implements Stage {
        private final String name;
        private final Running outer;
        private final Instant begin = Instant.now();
        private Instant lastLine = begin;
        private String lastText = "";
        private String detail = "";
        private boolean done;

        Running(String name, Running outer) {
            this.name = name;
            this.outer = outer;
        }

        @Override public void detail(String what) {
            synchronized (ConsoleProgress.this) {
                detail = what;
            }
        }

        @Override public void done() {
            synchronized (ConsoleProgress.this) {
                done = true;
            }
        }

        @Override public void close() {
            synchronized (ConsoleProgress.this) {
                current = outer;
                clear();
                if (!done) out.println(name + ": failed after " + seconds() + " s");
                else if (elapsed().compareTo(WORTH_A_WORD) >= 0) out.println(name + ": " + seconds() + " s");
            }
        }

        private void tick() {
            if (elapsed().compareTo(WORTH_A_WORD) < 0) return;
            String text = name + (detail.isEmpty() ? "" : " (" + detail + ")");
            if (inPlace) {
                String line = text + " … " + seconds() + " s";
                out.print(CLEAR_LINE + (line.length() < width ? line : line.substring(0, width - 2) + "…"));
                out.flush();
            } else if (lastText.isEmpty() || !text.equals(lastText) && Duration.between(lastLine, Instant.now()).compareTo(BETWEEN_LINES) >= 0) {
                out.println(text + " … " + seconds() + " s");
                lastText = text;
                lastLine = Instant.now();
            }
        }

        private Duration elapsed() { return Duration.between(begin, Instant.now()); }

        private long seconds() { return elapsed().toSeconds(); }
    }
}

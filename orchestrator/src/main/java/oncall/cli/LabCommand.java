package oncall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import oncall.host.Consent;
import oncall.host.LabFolders;
import oncall.process.Progress;
import oncall.session.LabSession;
import picocli.CommandLine.Command;

/** What all commands have in common: a session, progress on standard error, and an orderly end on Ctrl-C. */
@Command(mixinStandardHelpOptions = true)
abstract class LabCommand implements Callable<Integer> {
    // Switching five VMs off takes seconds, removing half-made ones longer.
    private static final long SECONDS_TO_CLEAN_UP = 120;

    /** @return the exit code */
    abstract int run(LabSession session);

    /** Whether the user consented in advance to what would be asked. */
    boolean consents() { return false; }

    /** Folders of levels outside the clone. */
    List<Path> otherLevels() { return List.of(); }

    /** Whether Ctrl-C is its usual end, of which nothing needs to be said. */
    boolean goesOnUntilStopped() { return false; }

    /** What hears of the stages of the work; the console, unless somebody else wants to as well. */
    Progress progress(Progress console) { return console; }

    LabFolders folders() { return LabFolders.locate(Path.of(""), System.getenv()); }

    @Override public final Integer call() {
        Consent consent = consents() ? Consent.given() : new TerminalConsent();
        CountDownLatch ended = new CountDownLatch(1);
        try (ConsoleProgress progress = new ConsoleProgress(System.err, Terminal.colour(), Terminal.width());
             LabSession session = LabSession.open(folders(), otherLevels(), progress(progress), consent)) {
            Thread hook = stopper(session, Thread.currentThread(), ended, goesOnUntilStopped() ? text -> { } : progress::say);
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return run(session);
            } finally {
                ended.countDown();
                remove(hook);
            }
        }
    }

    private static Thread stopper(LabSession session, Thread worker, CountDownLatch ended, Consumer<String> say) {
        return new Thread(() -> {
            say.accept("Stopping …");
            session.cancel(worker);
            try {
                // The JVM ends with its hooks; the command needs the time to leave nothing half made.
                boolean clean = ended.await(SECONDS_TO_CLEAN_UP, TimeUnit.SECONDS);
                say.accept(clean ? "Cancelled. Nothing half made was left." : "Cancelled; cleaning up took too long. The next command does the rest.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stop");
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then it is what made the command end.
        }
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import oncall.grade.Lab;
import oncall.remote.CommandResult;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A back end whose program is held where it is: it still takes connections, and answers nobody. That tells more than one
 * that is stopped: a refused connection is tried elsewhere by whoever gets it, whether or not anybody looks after the back
 * ends. Closing lets it go on, and waits until customers are served by both again.
 */
final class HeldBackEnd implements AutoCloseable {

    /** What a balancer may take to notice: three looks, ten seconds apart, each with a limit of five, are still sound. */
    static final Duration NOTICED = Duration.ofSeconds(60);
    /** What it may take to trust it again. */
    static final Duration BACK = Duration.ofSeconds(60);
    /** So long it is held at most, whoever is left to let it go. */
    static final Duration LONGEST = Duration.ofSeconds(180);

    private static final String HOLD = """
            pid=$(systemctl show -p MainPID --value shop-api@%s.service)
            [ "$pid" != 0 ] || exit 69
            setsid bash -c "sleep %s; kill -CONT $pid" < /dev/null > /dev/null 2>&1 &
            echo "$pid $!"
            kill -STOP "$pid"
            """;
    private static final String LET_GO = "kill -CONT %s; kill -- -%s 2> /dev/null || true";

    private final Lab lab;
    private final String program;
    private final String watch;
    /** To how many the balancer sent customers until then. */
    private final int before;

    private HeldBackEnd(Lab lab, String program, String watch, int before) {
        this.lab = lab;
        this.program = program;
        this.watch = watch;
        this.before = before;
    }

    static HeldBackEnd hold(Lab lab, String instance) {
        int before = BackEnds.up(lab).size();
        CommandResult held = lab.on("app").sudo(HOLD.formatted(instance, LONGEST.toSeconds()));
        assertThat(held.exit()).withFailMessage("The back end %s does not run as a service", instance).isNotEqualTo(69);
        String[] pids = held.orThrow().out().strip().split(" ");
        return new HeldBackEnd(lab, pids[0], pids[1], before);
    }

    /** Returns when the balancer sends nobody there any more, or has had ample time to notice. */
    void awaitNoticed() {
        try {
            Looks.every(Duration.ofSeconds(1), NOTICED).until(() -> BackEnds.up(lab).size() < before);
        } catch (ConditionTimeoutException unnoticed) {
            // Whether customers suffer from it is what counts.
        }
    }

    @Override
    public void close() {
        letGo();
        try {
            Looks.every(Duration.ofSeconds(1), BACK).until(() -> BackEnds.seenByCustomers(lab).containsAll(BackEnds.ALL));
        } catch (ConditionTimeoutException gone) {
            // Other checks tell that one does not serve.
        }
    }

    /** Also where the check was interrupted: it must not stay held until it lets itself go. */
    private void letGo() {
        Uninterrupted.run(() -> lab.on("app").sudo(LET_GO.formatted(program, watch)).orThrow());
    }
}

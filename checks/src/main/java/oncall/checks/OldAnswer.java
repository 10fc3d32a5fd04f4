package oncall.checks;

import java.time.Duration;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpRequestSpec;
import org.awaitility.core.ConditionTimeoutException;

/** What the shop's programs and the balancer still go by for a while after the name server was put right. */
final class OldAnswer {

    /** A program keeps an address for half a minute; its pool comes back some seconds later, and the balancer after it. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(60);
    /** Longer than a program waits for a connection before it says that it has none: five seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TURNED_AWAY = 503;

    /** Prints the status; what the account has set for the tool does not count. */
    private static final String WORKER =
            "curl -q -s -m " + PATIENCE.toSeconds() + " -o /dev/null -w '%{http_code}' http://127.0.0.1:8090/health/ready || true";

    private OldAnswer() {}

    /** Returns when everybody seems to go by the new one, or has had ample time; at once where there is none to go by. */
    static void awaitForgotten(Lab lab) {
        if (!ZoneAnswer.ask(lab).wrong(lab.stage().machines()).isEmpty()) {
            return;
        }
        try {
            Looks.every(Duration.ofSeconds(1), FORGOTTEN).until(() -> isForgotten(lab));
        } catch (ConditionTimeoutException stillThere) {
            // Whether customers suffer from it is what counts.
        }
    }

    /** Each program has a memory of its own: that one back end serves says nothing of the other, nor of the worker. */
    private static boolean isForgotten(Lab lab) {
        return lab.http().send(HttpRequestSpec.get(HttpProbe.API, "/api/products").within(PATIENCE)).status() != TURNED_AWAY
                && BackEnds.up(lab).size() >= BackEnds.ALL.size()
                && !lab.on("app").output(WORKER).equals(String.valueOf(TURNED_AWAY));
    }
}

package oncall.checks;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Looking again and again, on the check's own thread, the first time at once. */
final class Looks {

    private Looks() {}

    /** @param patience so long; then {@link org.awaitility.core.ConditionTimeoutException} */
    static ConditionFactory every(Duration pause, Duration patience) {
        return Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(pause).atMost(patience);
    }
}

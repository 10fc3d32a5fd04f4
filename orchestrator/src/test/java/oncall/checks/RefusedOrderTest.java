package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import oncall.grade.HealthyStage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RefusedOrderTest {

    private final HealthyStage stage = new HealthyStage();

    /** An assertion or a timeout of awaiting would be held against the player. */
    @Test
    void aDatabaseThatIsSlowToHoldIsNoFaultOfThePlayersAndTheHoldIsWaitedFor() {
        Thread judge = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        stage.machine("postgres").on("SKIP LOCKED", command -> "7\n").on("pg_cancel_backend", command -> {
            // Looks have a limit; only for the hold is waited without one.
            Awaitility.await().until(() -> judge.getState() == Thread.State.WAITING);
            over.set(true);
            return "";
        });

        assertThatThrownBy(() -> RefusedOrder.hold(stage.stage().lab("poison-message"), 7, Duration.ofMillis(300)))
                .isExactlyInstanceOf(IllegalStateException.class).hasMessageContaining("did not hold the order");
        assertThat(over).isTrue();
    }
}

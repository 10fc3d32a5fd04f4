package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import oncall.grade.HealthyStage;
import org.junit.jupiter.api.Test;

class RefusedOrderTest {

    private final HealthyStage stage = new HealthyStage();

    /** An assertion or a timeout of awaiting would be held against the player. */
    @Test
    void aDatabaseThatIsSlowToHoldIsNoFaultOfThePlayersAndTheHoldIsWaitedFor() {
        CountDownLatch asked = new CountDownLatch(2);
        AtomicBoolean over = new AtomicBoolean();
        stage.machine("postgres").on("SKIP LOCKED", command -> {
            asked.countDown();
            return "7\n";
        }).on("pg_cancel_backend", command -> {
            await(asked);
            over.set(true);
            return "";
        });

        assertThatThrownBy(() -> RefusedOrder.hold(stage.stage().lab("poison-message"), 7, Duration.ofMillis(300)))
                .isExactlyInstanceOf(IllegalStateException.class).hasMessageContaining("did not hold the order");
        assertThat(over).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

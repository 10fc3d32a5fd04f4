package shop.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    @DisplayName("a probe that hangs is not started again, and its answer counts when it comes")
    void hanging() throws InterruptedException {
        AtomicInteger started = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        try (Readiness readiness = new Readiness(Map.of("mysql", () -> {
            started.incrementAndGet();
            release.await();
        }), 50)) {
            assertThat(readiness.states()).containsEntry("mysql", "DOWN");
            assertThat(readiness.states()).containsEntry("mysql", "DOWN");
            assertThat(started).hasValue(1);

            release.countDown();
            String state = "DOWN";
            for (int i = 0; i < 100 && state.equals("DOWN"); i++) {
                state = readiness.states().get("mysql");
            }
            assertThat(state).isEqualTo("UP");
        }
    }
}

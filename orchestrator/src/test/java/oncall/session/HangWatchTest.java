package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HangWatchTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private String activity = "net.0.tx.pkts=1";
    private final HangWatch watch = new HangWatch(() -> activity, () -> now);

    private boolean hangsAfter(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
        return watch.hangs();
    }

    @Test void aVmThatDoesNothingForTwoMinutesHangs() {
        assertThat(hangsAfter(0)).isFalse();
        assertThat(hangsAfter(60)).isFalse();
        assertThat(hangsAfter(59)).isFalse();
        assertThat(hangsAfter(1)).isTrue();
    }

    @Test void aVmThatDoesAnythingDoesNotHang() {
        for (int packets = 2; packets < 20; packets++) {
            activity = "net.0.tx.pkts=" + packets;
            assertThat(hangsAfter(110)).isFalse();
        }
    }

    @Test void aVmThatDoesNotRunDoesNotHang() {
        activity = "";
        for (int minute = 0; minute < 20; minute++) assertThat(hangsAfter(60)).isFalse();
    }
}

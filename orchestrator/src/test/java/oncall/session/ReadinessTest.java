package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
    @TempDir private Path folder;
    private FakeStage stage;

    @BeforeEach void open() { stage = new FakeStage(folder); }

    @AfterEach void close() { stage.close(); }

    private String quiet() { return new Readiness(stage.context).quiet(Duration.ZERO); }

    @Test void alertsOfTheBootAreWaitedFor() {
        stage.monitoring.fires("ServiceDown", "app", Instant.now());
        assertThat(quiet()).isEqualTo("ServiceDown fires or is about to");
        stage.monitoring.nothingFires();
        assertThat(quiet()).isEmpty();
        stage.monitoring.close();
        assertThat(quiet()).startsWith("Prometheus gives no answer");
    }
}

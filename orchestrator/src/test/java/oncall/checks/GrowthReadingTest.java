package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import oncall.grade.FakeRemote;
import org.junit.jupiter.api.Test;

class GrowthReadingTest {

    private static final String VOLUME = "V 1000 4096\n";

    @Test
    void addsUpWhatGrewPerSecond() {
        GrowthReading reading = GrowthReading.parse(VOLUME + """
                T 100.00
                N 2065:12 5000
                O 2049:77 100
                T 104.00
                N 2065:12 9000
                O 2049:77 500
                """);

        assertThat(reading.bytesPerSecond()).isEqualTo(1100);
        assertThat(reading.free()).isEqualTo(4_096_000);
        assertThat(reading.lasts()).isEqualTo(Duration.ofSeconds(4_096_000 / 1100));
    }

    @Test
    void countsAFileOnceThoughItIsNamedAndOpenTwice() {
        GrowthReading reading = GrowthReading.parse(VOLUME + """
                T 100.00
                N 2065:12 0
                O 2065:12 0
                O 2065:12 0
                T 110.00
                N 2065:12 1000
                O 2065:12 1000
                O 2065:12 1000
                """);

        assertThat(reading.bytesPerSecond()).isEqualTo(100);
    }

    @Test
    void leavesOutCustomersFilesAlsoOnTheirWay() {
        GrowthReading reading = GrowthReading.parse(VOLUME + """
                T 100.00
                O 2065:40 10
                T 101.00
                C 2065:40 3000000
                O 2065:40 3000000
                C 2065:41 500000
                """);

        assertThat(reading.bytesPerSecond()).isZero();
        assertThat(reading.lasts()).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void countsANewFileOnTheVolumeButNotAnOldOneThatWasJustOpened() {
        GrowthReading reading = GrowthReading.parse(VOLUME + """
                T 100.00
                T 102.00
                N 2065:50 600
                O 2049:51 900000
                """);

        assertThat(reading.bytesPerSecond()).isEqualTo(300);
    }

    @Test
    void ignoresShrinking() {
        GrowthReading reading = GrowthReading.parse(VOLUME + """
                T 100.00
                N 2065:12 9000
                N 2065:13 0
                T 101.00
                N 2065:12 0
                N 2065:13 10
                """);

        assertThat(reading.bytesPerSecond()).isEqualTo(10);
    }

    @Test
    void countsWhatWasWrittenToAFileSinceItWasEmptied() {
        GrowthReading reading = GrowthReading.parse(VOLUME + """
                T 100.00
                N 2065:12 9000
                T 104.00
                N 2065:12 4000
                """);

        assertThat(reading.bytesPerSecond()).isEqualTo(1000);
        assertThat(reading.emptied()).isTrue();
    }

    @Test
    void looksAgainWhereSomethingWasEmptied() {
        FakeRemote machine = new FakeRemote("app");
        AtomicInteger looks = new AtomicInteger();
        machine.on("find -L", script -> VOLUME + (looks.incrementAndGet() == 1
                ? "T 100.00\nN 2065:12 9000\nT 103.00\nN 2065:12 0\n" : "T 104.00\nN 2065:12 1000\nT 107.00\nN 2065:12 7000\n"));

        assertThat(GrowthReading.take(machine, "/var/lib/shop").bytesPerSecond()).isEqualTo(2000);
    }

    @Test
    void aFullVolumeLastsNoTimeWhereSomethingGrows() {
        GrowthReading reading = GrowthReading.parse("""
                V 0 4096
                T 100.00
                N 2065:12 0
                T 101.00
                N 2065:12 4096
                """);

        assertThat(reading.lasts()).isZero();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> GrowthReading.parse("find: unexpected"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("find: unexpected");
    }
}

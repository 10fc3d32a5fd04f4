package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmZoneTest {

    private static final Instant WINTER_NOON = Instant.parse("2030-01-15T12:30:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "GMT", "Zulu", "Africa/Abidjan", "GMT+00\\:00"})
    void utcHasManyNames(String name) {
        assertThat(zone(name).isUtc(WINTER_NOON)).isTrue();
        assertThat(zone(name).onUtcsDay(WINTER_NOON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/London", "Pacific/Kiritimati", "Etc/GMT+12", "GMT+14\\:00", "Nowhere/Land", ""})
    void whatIsNotUtcInSummerIsNotUtc(String name) {
        assertThat(zone(name).isUtc(WINTER_NOON)).isFalse();
    }

    @Test
    void theDayDependsOnTheHour() {
        assertThat(zone("Pacific/Kiritimati").onUtcsDay(WINTER_NOON)).isFalse();
        assertThat(zone("Pacific/Kiritimati").onUtcsDay(Instant.parse("2030-01-15T09:30:00Z"))).isTrue();
        assertThat(zone("Etc/GMT+12").onUtcsDay(WINTER_NOON)).isTrue();
        assertThat(zone("Etc/GMT+12").onUtcsDay(Instant.parse("2030-01-15T09:30:00Z"))).isFalse();
    }

    @Test
    void aJvmWhichSaysNothingCouldBeAnywhere() {
        JvmZone silent = JvmZone.parse("4711:\njava.version=21.0.9\n");

        assertThat(silent.zone()).isEmpty();
        assertThat(silent.isUtc(WINTER_NOON)).isFalse();
    }

    /** As jcmd prints it: the process first, then properties in no order. */
    private static JvmZone zone(String name) {
        return JvmZone.parse("4711:\n#Tue Jan 15 12:30:00 UTC 2030\njava.version=21.0.9\nuser.timezone=" + name + "\n");
    }
}

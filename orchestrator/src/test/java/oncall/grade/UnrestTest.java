package oncall.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnrestTest {

    private final TestLab stage = new TestLab("proxy", "app");
    private final Lab lab = stage.lab("sample");

    @ParameterizedTest
    @CsvSource(textBlock = """
            a service that has run for long,       shop-api@8081.service, simple,  active,       100,  false
            a service that was just restarted,     shop-api@8081.service, simple,  active,       889,  true
            a service that takes its time,         mysql.service,         notify,  activating,   0,    true
            a service on its way out,              mysql.service,         notify,  deactivating, 100,  true
            a job that a timer started,            logrotate.service,     oneshot, activating,   890,  false
            the login of whoever looks,            user@1000.service,     notify,  active,       890,  false
            """)
    void knows(String what, String name, String type, String active, long since, boolean restless) {
        stage.machine("proxy").on("/proc/uptime", "5.2\n");
        stage.machine("app").on("/proc/uptime", """
                900.25
                Type=simple
                Id=cron.service
                ActiveState=active
                ActiveEnterTimestampMonotonic=4000000

                Type=%s
                Id=%s
                ActiveState=%s
                ActiveEnterTimestampMonotonic=%d000000
                """.formatted(type, name, active, since));

        assertThat(Unrest.in(lab)).as(what).isEqualTo(restless);
    }

    @Test
    void aMachineThatCannotTellIsNotWaitedFor() {
        stage.machine("app").stop();
        stage.machine("proxy").on("/proc/uptime", "ERROR: no such file");

        assertThat(Unrest.in(lab)).isFalse();
    }
}

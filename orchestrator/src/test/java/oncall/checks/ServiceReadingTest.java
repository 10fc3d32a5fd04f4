package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceReadingTest {

    @Test
    void readsARunningServiceAndOneThatIsNot() {
        Map<String, ServiceReading> services = ServiceReading.parse("""
                unit=shop-api@8081
                MainPID=812
                ActiveState=active
                SubState=running
                user=shop
                unit=shop-worker
                MainPID=0
                ActiveState=inactive
                SubState=dead
                """);

        assertThat(services.get("shop-api@8081").running()).isTrue();
        assertThat(services.get("shop-api@8081").user()).isEqualTo("shop");
        assertThat(services.get("shop-worker").running()).isFalse();
        assertThat(services.get("shop-worker").state()).isEqualTo("inactive (dead)");
    }

    @Test
    void aServiceWithoutItsProcessIsNotRunning() {
        ServiceReading between = ServiceReading.parse("""
                unit=shop-worker
                ActiveState=active
                SubState=running
                user=
                """).get("shop-worker");

        assertThat(between.running()).isFalse();
    }

    @Test
    void aServiceThatIsStillStartingIsNotRunning() {
        ServiceReading starting = ServiceReading.parse("""
                unit=shop-worker
                ActiveState=activating
                SubState=start-post
                user=shop
                """).get("shop-worker");

        assertThat(starting.running()).isFalse();
        assertThat(starting.state()).isEqualTo("activating (start-post)");
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import oncall.grade.Allows;
import oncall.grade.Baseline;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Lab;
import oncall.grade.Outcome;
import org.junit.jupiter.api.Test;

class BaselineChecksTest {

    private static final String SERVICES = "every service that ran before the incident runs, also after a boot";
    private static final String PORTS = "every port that was open before the incident is open";
    private static final String FILES = "nobody may read or write more or less than before the incident";

    private final HealthyStage stage = new HealthyStage();
    private final Baseline baseline = stage.capture();

    @Test
    void aStageAsItWasPasses() {
        assertThat(judge()).hasSize(6).allSatisfy(finding ->
                assertThat(finding.outcome()).as(finding.check() + ": " + finding.message()).isEqualTo(Outcome.PASS));
    }

    @Test
    void aServiceThatDoesNotRunFails() {
        stage.machine("ops").on("systemctl show", HealthyStage.unit("opsd.service", "failed", "enabled"));

        assertThat(message(SERVICES)).isEqualTo(
                "Of the services that ran before the incident, opsd on ops does not run");
    }

    @Test
    void aServiceThatWouldNotStartAtBootFailsWhereNoRebootShowsIt() {
        stage.machine("ops").on("systemctl show", HealthyStage.unit("opsd.service", "active", "disabled"));
        assertThat(message(SERVICES)).isEqualTo(
                "Of the services that ran before the incident, opsd on ops would not start at boot any more");

        stage.machine("ops").on("systemctl show", HealthyStage.unit("opsd.service", "active", "enabled"));
        stage.machine("app").on("systemctl show", HealthyStage.unit("shop-worker.service", "active", "disabled"));
        assertThat(message(SERVICES)).as("the level reboots app, which shows it").isEmpty();
    }

    @Test
    void aClosedPortFails() {
        stage.machine("mysql").on("^ss ", "LISTEN 0 9 0.0.0.0:22 0.0.0.0:*\n");

        assertThat(message(PORTS)).isEqualTo("Ports that were open before the incident are closed: 8000 on mysql");
    }

    @Test
    void rightsThatChangedFail() {
        stage.machine("proxy").on("^stat ", "777|root|root|directory|4096|/etc\n");

        assertThat(message(FILES)).isEqualTo("Owner or mode is not as before the incident: "
                + "/etc on proxy (was 0755 root:root, is 0777 root:root); "
                + "/etc/passwd on proxy (was 0640 root:shop, is gone)");
    }

    @Test
    void lostDataFails() {
        stage.mysql.total("invoices.rows", "1");
        stage.machine("app").on("find /var/lib/shop/uploads", "20 two\n");

        assertThat(message("no invoice was lost or changed")).isEqualTo("Data is not as before the incident: "
                + "of the 320000 rows that invoices had before the incident, 1 are there");
        assertThat(message("no customer's file was lost or changed")).isEqualTo(
                "Of the 2 files that customers had sent before the incident, 1 are gone or changed");
    }

    @Test
    void aMachineThatIsGoneIsUnknown() {
        stage.machine("mysql").stop();

        assertThat(judge()).filteredOn(finding -> finding.check().contains("invoice"))
                .extracting(Finding::outcome).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void aLevelMayAllowMore() {
        assertThat(Allowed.of(Sample.class.getAnnotation(Allows.class))).isEqualTo(new Allowed(
                Set.of("orders"), Set.of("app/shop-worker", "app/shop-worker.service"),
                Set.of("proxy:8405"), Set.of("app:/srv/shop")));
        assertThat(Allowed.of(null)).isEqualTo(new Allowed(Set.of(), Set.of(), Set.of(), Set.of()));
    }

    @Allows(rows = "orders", units = "app/shop-worker", ports = "proxy:8405", files = "app:/srv/shop")
    private static final class Sample {}

    private String message(String check) {
        return judge().stream().filter(finding -> finding.check().equals(check)).findFirst().orElseThrow().message();
    }

    private List<Finding> judge() {
        Lab lab = stage.stage().lab("disk-full", baseline, URI.create("http://127.0.0.1:1"));
        return new Grader(Duration.ZERO).judge(lab, BaselineChecks.class);
    }
}

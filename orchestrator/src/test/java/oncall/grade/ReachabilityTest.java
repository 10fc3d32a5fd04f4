package oncall.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

    private final TestLab stage = new TestLab("proxy", "app");
    private final Lab lab = stage.lab("sample");

    @Test
    void everyMachineAnswers() {
        Reachability reachability = Reachability.of(lab);

        assertThat(reachability.boots()).isEqualTo(Map.of("proxy", "boot-1", "app", "boot-1"));
        assertThat(reachability.unreachable()).isEmpty();
        assertThat(Reachability.of(lab).lostSince(reachability)).isEmpty();
    }

    @Test
    void aStoppedMachineIsUnknown() {
        Reachability before = Reachability.of(lab);
        stage.machine("app").stop();

        assertThat(Reachability.of(lab).lostSince(before)).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(finding.check()).isEqualTo("the machine app can be asked");
            assertThat(finding.message()).startsWith("could not look: app: no SSH connection\n")
                    .contains("sshd on app was stopped, or its firewall changed").contains("./lab reset");
        });
    }

    @Test
    void aMachineThatWasBootedMeanwhileIsUnknown() {
        Reachability before = Reachability.of(lab);
        stage.machine("proxy").on("boot_id", "boot-2\n");

        assertThat(Reachability.of(lab).lostSince(before)).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("the machine proxy can be asked");
            assertThat(finding.message()).contains("rebooted while it was being judged");
        });
    }
}

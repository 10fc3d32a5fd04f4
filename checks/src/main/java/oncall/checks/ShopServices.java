package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.grade.Lab;
import oncall.health.UnitStatus;

/** The shop's programs on the app node, as services of the machine. */
final class ShopServices {

    private ShopServices() {}

    /** Fails for one which the service manager does not run, or not as the shop's own user. */
    static void assertSupervised(Lab lab, String... units) {
        for (UnitStatus unit : UnitStatus.parse(lab.on("app").output(UnitStatus.COMMAND + String.join(" ", units)))) {
            assertThat(unit.running())
                    .withFailMessage("The service %s is %s (%s): whatever does its work instead, nobody watches over it",
                            unit.name(), unit.active(), unit.sub())
                    .isTrue();
            String user = lab.on("app").run("ps -o user:32= -p " + unit.mainPid()).out().strip();
            assertThat(user)
                    .withFailMessage("The service %s runs as %s instead of the shop's own user", unit.name(), user)
                    .isEqualTo("shop");
        }
    }
}

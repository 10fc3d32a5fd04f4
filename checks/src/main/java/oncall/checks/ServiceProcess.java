package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import oncall.grade.Lab;
import oncall.remote.Remote;

/**
 * The main process of a service.
 *
 * @param user whose it is; empty where the service does not run
 * @param capabilities the powers of root that it holds, as the kernel prints them
 */
record ServiceProcess(String user, String capabilities) {

    private static final List<String> BACK_ENDS = List.of("shop-api@8081.service", "shop-api@8082.service");

    private static final String SCRIPT = """
            pid=$(systemctl show -p MainPID --value '%s')
            [ "$pid" = 0 ] || { stat -c %%U "/proc/$pid"; sed -n 's/^CapEff:[[:space:]]*//p' "/proc/$pid/status"; } || true
            """;

    static ServiceProcess of(Remote machine, String unit) {
        String[] lines = machine.sudoOutput(SCRIPT.formatted(unit)).split("\n");
        return new ServiceProcess(lines[0], lines.length > 1 ? lines[1] : "");
    }

    /** Fails where a back end runs as somebody else than the shop's own user, or with powers of root. */
    static void assertBackEndsAreTheShops(Lab lab) {
        for (String unit : BACK_ENDS) {
            ServiceProcess process = of(lab.on("app"), unit);
            assertThat(process.user())
                    .withFailMessage("The service %s runs as %s instead of the shop's own user", unit, process.user())
                    .isEqualTo("shop");
            assertThat(process.privileged())
                    .withFailMessage("The service %s has powers that belong to root: whoever breaks into it has them, too",
                            unit)
                    .isFalse();
        }
    }

    boolean privileged() {
        return !capabilities.matches("0*");
    }
}

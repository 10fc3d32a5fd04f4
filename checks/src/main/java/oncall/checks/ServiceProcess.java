package oncall.checks;

import oncall.remote.Remote;

/**
 * The main process of a service.
 *
 * @param user whose it is; empty where the service does not run
 * @param capabilities the powers of root that it holds, as the kernel prints them
 */
record ServiceProcess(String user, String capabilities) {

    private static final String SCRIPT = """
            pid=$(systemctl show -p MainPID --value '%s')
            [ "$pid" = 0 ] || { stat -c %%U "/proc/$pid"; sed -n 's/^CapEff:[[:space:]]*//p' "/proc/$pid/status"; } || true
            """;

    static ServiceProcess of(Remote machine, String unit) {
        String[] lines = machine.sudoOutput(SCRIPT.formatted(unit)).split("\n");
        return new ServiceProcess(lines[0], lines.length > 1 ? lines[1] : "");
    }

    boolean privileged() {
        return !capabilities.matches("0*");
    }
}

package oncall.grade;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import oncall.health.ListeningPort;
import oncall.health.PathStatus;
import oncall.health.UnitStatus;
import oncall.remote.Remote;

/**
 * One healthy machine.
 *
 * @param units the services which ran, those apart that other things start on demand
 * @param ports TCP ports which accepted connections
 * @param files rights by absolute path, as {@code 0640 root:shop}
 */
public record MachineBaseline(Map<String, UnitBaseline> units, Set<Integer> ports, Map<String, String> files) {

    /** Whether a unit runs, and whether it will after the next boot. */
    public record UnitBaseline(boolean active, boolean startsAtBoot) {}

    /** Above it are ports which the kernel hands out as it likes. */
    private static final int LAST_FIXED_PORT = 32_767;

    private static final String RUNNING = "systemctl list-units --type=service --state=running "
            + "--plain --no-legend --no-pager | awk '{ print $1 }'";

    static MachineBaseline capture(Remote remote) {
        List<String> running = remote.output(RUNNING).lines().toList();
        return new MachineBaseline(
                units(remote, running).stream().filter(unit -> unit.running() && unit.enabled())
                        .collect(Collectors.toMap(UnitStatus::name, unit -> new UnitBaseline(true, true),
                                (one, other) -> one, TreeMap::new)),
                ports(remote),
                files(remote, WatchedFiles.on(remote.machine())));
    }

    /** How the named units are now. */
    public static List<UnitStatus> units(Remote remote, Collection<String> names) {
        return names.isEmpty() ? List.of()
                : UnitStatus.parse(remote.output(UnitStatus.COMMAND
                        // systemd escapes with backslashes, which the shell would eat.
                        + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" "))));
    }

    /** The ports which accept connections now. */
    public static Set<Integer> ports(Remote remote) {
        return ListeningPort.parse(remote.output(ListeningPort.COMMAND)).stream().map(ListeningPort::port)
                .filter(port -> port <= LAST_FIXED_PORT).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The rights of paths now, as in {@link #files()}; missing ones are left out.
     *
     * @param paths may hold the shell's wild cards
     */
    public static Map<String, String> files(Remote remote, Collection<String> paths) {
        if (paths.isEmpty()) {
            return Map.of();
        }
        // Exit 1 says that some are missing, which the caller sees by what is left out.
        String printed = remote.sudo(PathStatus.COMMAND + String.join(" ", paths) + " 2>/dev/null || true")
                .orThrow().out();
        return PathStatus.parse(printed).stream()
                .collect(Collectors.toMap(PathStatus::path, PathStatus::rights, (one, other) -> one, TreeMap::new));
    }
}

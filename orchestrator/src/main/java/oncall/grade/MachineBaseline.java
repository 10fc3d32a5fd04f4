package oncall.grade;

import java.util.Map;
import java.util.Set;

/**
 * One healthy machine.
 *
 * @param units by name
 * @param ports TCP ports which listen
 * @param files by absolute path, as {@code 0640 root:shop}
 */
public record MachineBaseline(Map<String, UnitBaseline> units, Set<Integer> ports, Map<String, String> files) {

    /** Whether a unit runs, and whether it will after the next boot. */
    public record UnitBaseline(boolean active, boolean startsAtBoot) {}
}

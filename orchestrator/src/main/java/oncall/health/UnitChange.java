package oncall.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service that runs, starts or stops, and for how long.
 *
 * @param active such as {@code active}, {@code activating}, {@code deactivating}
 * @param type such as {@code simple}, {@code notify}, {@code oneshot}
 * @param seconds since it was last started, by the machine's own clock since boot
 */
public record UnitChange(String name, String active, String type, double seconds) {

    /** Prints how long the machine has been up, and one paragraph for each service that is not at rest in its end. */
    public static final String COMMAND = "cut -d' ' -f1 /proc/uptime; systemctl show --no-pager "
            + "-p Id,Type,ActiveState,ActiveEnterTimestampMonotonic -- $(systemctl list-units --type=service "
            + "--state=running,activating,deactivating,reloading --plain --no-legend --no-pager | awk '{ print $1 }')";

    private static final double MICROSECONDS = 1e6;

    /** Reads what {@link #COMMAND} prints. */
    public static List<UnitChange> parse(String shown) {
        String[] parts = shown.strip().split("\n", 2);
        if (parts.length < 2 || !parts[0].strip().matches("\\d+(\\.\\d+)?")) {
            return List.of();
        }
        double uptime = Double.parseDouble(parts[0].strip());
        List<UnitChange> changes = new ArrayList<>();
        for (String paragraph : parts[1].strip().split("\n\\s*\n")) {
            Map<String, String> properties = new HashMap<>();
            paragraph.lines().filter(line -> line.contains("=")).forEach(line ->
                    properties.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
            String since = properties.getOrDefault("ActiveEnterTimestampMonotonic", "");
            if (properties.containsKey("Id")) {
                changes.add(new UnitChange(properties.get("Id"), properties.getOrDefault("ActiveState", ""),
                        properties.getOrDefault("Type", ""),
                        since.matches("\\d{1,18}") ? uptime - Long.parseLong(since) / MICROSECONDS : uptime));
            }
        }
        return changes;
    }
}

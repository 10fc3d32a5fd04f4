package oncall.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A systemd unit.
 *
 * @param load such as {@code loaded}, {@code masked}, {@code not-found}
 * @param active such as {@code active}, {@code activating}, {@code failed}
 * @param sub such as {@code running}, {@code exited}, {@code auto-restart}
 * @param file such as {@code enabled}, {@code disabled}, {@code static}; empty where there is no file
 * @param mainPid 0 where no process belongs to it
 * @param restarts how often systemd has restarted it by itself
 */
public record UnitStatus(
        String name, String load, String active, String sub, String file, int mainPid, int restarts) {

    /** Append the units' names. */
    public static final String COMMAND =
            "systemctl show --no-pager -p Id,LoadState,ActiveState,SubState,UnitFileState,MainPID,NRestarts -- ";

    /** Reads what {@link #COMMAND} prints: one paragraph per unit, in the order asked for. */
    public static List<UnitStatus> parse(String shown) {
        List<UnitStatus> units = new ArrayList<>();
        for (String paragraph : shown.strip().split("\n\\s*\n")) {
            Map<String, String> properties = new HashMap<>();
            paragraph.lines().filter(line -> line.contains("=")).forEach(line ->
                    properties.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
            if (properties.containsKey("Id")) {
                units.add(new UnitStatus(properties.get("Id"), text(properties, "LoadState"),
                        text(properties, "ActiveState"), text(properties, "SubState"),
                        text(properties, "UnitFileState"), number(properties, "MainPID"),
                        number(properties, "NRestarts")));
            }
        }
        return units;
    }

    public boolean running() {
        return active.equals("active");
    }

    /** Whether an installed link makes it start at boot; a unit may also be started by another one. */
    public boolean enabled() {
        return file.startsWith("enabled");
    }

    private static String text(Map<String, String> properties, String name) {
        return properties.getOrDefault(name, "");
    }

    private static int number(Map<String, String> properties, String name) {
        String text = text(properties, name);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}

package oncall.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oncall.remote.Remote;

/**
 * A systemd service and its main process.
 *
 * @param state such as "active (running)"
 * @param user owner of the main process; empty without one
 */
record ServiceReading(String unit, String state, String user) {

    boolean running() {
        return state.equals("active (running)") && !user.isEmpty();
    }

    /** By name without the suffix; a unit that does not exist reads as inactive. */
    static Map<String, ServiceReading> take(Remote machine, List<String> units) {
        String names = String.join(" ", units);
        return parse(machine.output("""
                for unit in %s; do
                    echo "unit=$unit"
                    systemctl show -p ActiveState -p SubState -p MainPID "$unit.service"
                    pid=$(systemctl show -p MainPID --value "$unit.service")
                    [ "$pid" = 0 ] || echo "user=$(ps -o user:32= -p "$pid")"
                done
                true
                """.formatted(names)));
    }

    static Map<String, ServiceReading> parse(String text) {
        List<Map<String, String>> sections = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] field = line.split("=", 2);
            if (field[0].equals("unit")) {
                sections.add(new HashMap<>());
            }
            sections.get(sections.size() - 1).put(field[0], field[1].strip());
        }
        Map<String, ServiceReading> services = new HashMap<>();
        for (Map<String, String> section : sections) {
            services.put(section.get("unit"), new ServiceReading(section.get("unit"),
                    section.get("ActiveState") + " (" + section.get("SubState") + ")",
                    section.getOrDefault("user", "")));
        }
        return services;
    }
}

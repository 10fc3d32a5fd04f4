package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.MachineBaseline;
import oncall.grade.Steady;
import oncall.health.UnitStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Nothing else broke, against what was recorded while the stage was healthy; judged with every level.
 * A level which allows more says so by {@link oncall.grade.Allows}.
 */
@LabChecks
final class BaselineChecks {

    /** More names would hide the first ones. */
    private static final int MOST_NAMED = 5;

    @Test
    @DisplayName("every service that ran before the incident runs, also after a boot")
    void services(Lab lab) {
        Set<String> allowed = Allowed.in(lab).units();
        List<String> wrong = new ArrayList<>();
        lab.baseline().machines().forEach((machine, before) -> {
            List<String> names = before.units().keySet().stream()
                    .filter(unit -> !allowed.contains(machine + "/" + unit)).toList();
            // Where the verdict is taken again after a reboot, that shows it, however it is brought about.
            boolean rebooted = lab.level().reboot().contains(machine);
            for (UnitStatus unit : MachineBaseline.units(lab.on(machine), names)) {
                String name = "%s on %s ".formatted(unit.name().replaceFirst("\\.service$", ""), machine);
                if (!unit.running()) {
                    wrong.add(name + "does not run");
                } else if (!rebooted && !unit.enabled()) {
                    wrong.add(name + "would not start at boot any more");
                }
            }
        });
        assertNothing(wrong, "Of the services that ran before the incident, ");
    }

    @Test
    @DisplayName("every port that was open before the incident is open")
    void ports(Lab lab) {
        Set<String> allowed = Allowed.in(lab).ports();
        List<String> wrong = new ArrayList<>();
        lab.baseline().machines().forEach((machine, before) -> {
            Set<Integer> open = MachineBaseline.ports(lab.on(machine));
            before.ports().stream()
                    .filter(port -> !open.contains(port) && !allowed.contains(machine + ":" + port))
                    .forEach(port -> wrong.add("%d on %s".formatted(port, machine)));
        });
        assertNothing(wrong, "Ports that were open before the incident are closed: ");
    }

    @Test
    @Steady
    @DisplayName("nobody may read or write more or less than before the incident")
    void files(Lab lab) {
        Set<String> allowed = Allowed.in(lab).files();
        List<String> wrong = new ArrayList<>();
        lab.baseline().machines().forEach((machine, before) -> {
            Map<String, String> now = MachineBaseline.files(lab.on(machine), before.files().keySet());
            before.files().forEach((path, rights) -> {
                if (!rights.equals(now.get(path)) && !allowed.contains(machine + ":" + path)) {
                    wrong.add("%s on %s (was %s, %s)".formatted(path, machine, rights,
                            now.containsKey(path) ? "is " + now.get(path) : "is gone"));
                }
            });
        });
        assertNothing(wrong, "Owner or mode is not as before the incident: ");
    }

    @Test
    @DisplayName("no user, order or product was lost or changed")
    void shopData(Lab lab) {
        assertRowsKept(lab, "users", "products", "orders", "order_items", "fulfilments");
    }

    @Test
    @DisplayName("no invoice was lost or changed")
    void invoices(Lab lab) {
        assertRowsKept(lab, "invoices");
    }

    @Test
    @DisplayName("no customer's file was lost or changed")
    void uploads(Lab lab) {
        List<String> lost = lab.baseline().uploadsLost(lab.on("app"));
        assertThat(lost)
                .withFailMessage("Of the %d files that customers had sent before the incident, %d are gone or changed",
                        lab.baseline().uploads().size(), lost.size())
                .isEmpty();
    }

    private static void assertRowsKept(Lab lab, String... tables) {
        Set<String> allowed = Allowed.in(lab).rows();
        List<String> watched = Arrays.stream(tables).filter(table -> !allowed.contains(table)).toList();
        assertNothing(lab.baseline().rowsChanged(watched, lab::on), "Data is not as before the incident: ");
    }

    private static void assertNothing(List<String> wrong, String sentence) {
        assertThat(wrong).withFailMessage(() -> sentence + wrong.stream().limit(MOST_NAMED)
                .collect(Collectors.joining("; "))
                + (wrong.size() > MOST_NAMED ? "; and %d more".formatted(wrong.size() - MOST_NAMED) : "")).isEmpty();
    }
}

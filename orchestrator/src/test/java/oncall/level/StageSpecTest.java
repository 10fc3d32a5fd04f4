package oncall.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageSpecTest {

    @TempDir
    Path root;

    @Test
    void readsTheMachinesInTheirOrder() {
        StageSpec stage = StageSpec.load(new LevelFixture(root).root().resolve("stage/machines.yaml"));

        assertThat(stage.network()).isEqualTo(new NetworkSpec("oncall-lab-lan", "10.77.0"));
        assertThat(stage.names()).containsExactly("proxy", "app");
        assertThat(stage.machine("proxy")).isEqualTo(new MachineSpec("proxy", "10.77.0.10", "52:54:00:77:00:10",
                1, 256, 2301, List.of(new Forward(8080, 80)), List.of()));
        assertThat(stage.machine("app").forwards()).isEmpty();
        assertThat(stage.machine("app").disksGib()).containsExactly(1);
        assertThatThrownBy(() -> stage.machine("web")).hasMessage("No machine 'web'. Machines: proxy, app");
    }

    @Test
    void refusesMachinesThatGetInEachOthersWay() {
        Path file = new LevelFixture(root).write("stage/machines.yaml", """
                network: { name: lan, prefix: 10.77.0 }
                machines:
                  - { name: one, address: 10.77.0.1, mac: "52:54:00:77:00:01", cpus: 1, memory: 256, ssh_port: 2301 }
                  - { name: one, address: 10.77.0.1, mac: "52:54:00:77:00:01", cpus: 1, memory: 256, ssh_port: 2301,
                      forwards: [ { host: 2301, guest: 80 } ] }
                """).root().resolve("stage/machines.yaml");

        assertThat(problems(file)).extracting(problem -> problem.replaceFirst(".*yaml:\\d+: ", "")).containsExactly(
                "machines[1].name: one is already taken by one",
                "machines[1].address: 10.77.0.1 is already taken by one",
                "machines[1].mac: 52:54:00:77:00:01 is already taken by one",
                "machines[1].ssh_port: port 2301 is already taken by one",
                "machines[1].forwards: port 2301 is already taken by one");
    }

    @Test
    void refusesWhatNoMachineCanHave() {
        Path file = new LevelFixture(root).write("stage/machines.yaml", """
                network: { name: lan, prefix: 10.77 }
                machines:
                  - name: One
                    address: 192.168.0.1
                    mac: 52-54
                    cpus: 0
                    memory: 16
                    ssh_port: 70000
                    forwards: [ { host: 80 } ]
                    colour: red
                """).root().resolve("stage/machines.yaml");

        assertThat(problems(file)).extracting(problem -> problem.replaceFirst(".*yaml:(\\d+: [^:]*): .*", "$1"))
                .containsExactlyInAnyOrder("1: network.prefix", "3: machines[0].name", "5: machines[0].mac",
                        "6: machines[0].cpus", "7: machines[0].memory", "8: machines[0].ssh_port",
                        "9: machines[0].forwards[0].guest", "10: machines[0].colour", "4: machines[0].address");
    }

    private static List<String> problems(Path file) {
        return catchThrowableOfType(InvalidManifests.class, () -> StageSpec.load(file)).problems();
    }
}

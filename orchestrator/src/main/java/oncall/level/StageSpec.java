package oncall.level;

import java.nio.file.Path;
import java.util.List;

/** The machines on which every level is played, in the order in which they are started. */
public record StageSpec(NetworkSpec network, List<MachineSpec> machines) {

    /**
     * Reads the stage's description.
     *
     * @throws InvalidManifests with every problem found
     */
    public static StageSpec load(Path machinesYaml) {
        Problems problems = new Problems();
        StageSpec stage = StageReader.read(machinesYaml, problems);
        problems.throwIfAny();
        return stage;
    }

    /** The machines' names in the stage's order. */
    public List<String> names() {
        return machines.stream().map(MachineSpec::name).toList();
    }

    /**
     * The machine of that name.
     *
     * @throws IllegalArgumentException which lists the known ones
     */
    public MachineSpec machine(String name) {
        return machines.stream().filter(machine -> machine.name().equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("No machine '%s'. Machines: %s".formatted(
                        name, String.join(", ", names()))));
    }
}

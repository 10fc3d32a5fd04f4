package oncall.level;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code machines.yaml}. */
final class StageReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){2}");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private static final int MOST_CPUS = 64;
    private static final int MOST_MEMORY_MIB = 1 << 20;
    private static final int MOST_DISK_GIB = 1 << 14;
    private static final int MOST_PORT = 65_535;

    private StageReader() {}

    static StageSpec read(Path file, Problems problems) {
        Optional<YamlNode> root = YamlNode.read(file, problems);
        if (root.isEmpty()) {
            return new StageSpec(new NetworkSpec("", ""), List.of());
        }
        ManifestFields fields = new ManifestFields(file, "", root.get(), problems);
        ManifestFields network = fields.mapping("network");
        NetworkSpec networkSpec = new NetworkSpec(network.text("name"), matching(network, "prefix", PREFIX));
        network.noOthers();
        List<ManifestFields> entries = fields.mappings("machines", true);
        fields.noOthers();
        List<MachineSpec> machines = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (ManifestFields entry : entries) {
            MachineSpec machine = machine(entry);
            unique(entry, "name", machine.name(), machine, taken);
            unique(entry, "address", machine.address(), machine, taken);
            unique(entry, "mac", machine.mac(), machine, taken);
            unique(entry, "ssh_port", "port " + machine.sshPort(), machine, taken);
            machine.forwards().forEach(
                    forward -> unique(entry, "forwards", "port " + forward.host(), machine, taken));
            if (!networkSpec.prefix().isEmpty() && !machine.address().isEmpty()
                    && !machine.address().startsWith(networkSpec.prefix() + ".")) {
                entry.wrong("address", "must begin with the network's prefix " + networkSpec.prefix());
            }
            machines.add(machine);
        }
        return new StageSpec(networkSpec, List.copyOf(machines));
    }

    private static MachineSpec machine(ManifestFields entry) {
        List<Forward> forwards = new ArrayList<>();
        MachineSpec machine = new MachineSpec(
                matching(entry, "name", NAME), matching(entry, "address", ADDRESS), matching(entry, "mac", MAC),
                entry.number("cpus", 1, MOST_CPUS), entry.number("memory", 64, MOST_MEMORY_MIB), entry.number("ssh_port", 1, MOST_PORT),
                forwards, entry.optionalNumbers("disks", 1, MOST_DISK_GIB));
        for (ManifestFields forward : entry.mappings("forwards", false)) {
            forwards.add(new Forward(forward.number("host", 1, MOST_PORT), forward.number("guest", 1, MOST_PORT)));
            forward.noOthers();
        }
        entry.noOthers();
        return machine;
    }

    private static String matching(ManifestFields fields, String field, Pattern pattern) {
        String text = fields.text(field);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            fields.wrong(field, "'%s' does not look like %s".formatted(text, pattern));
        }
        return text;
    }

    private static void unique(
            ManifestFields entry, String field, String value, MachineSpec machine, Map<String, String> taken) {
        String owner = value.isEmpty() ? null : taken.putIfAbsent(value, machine.name());
        if (owner != null) {
            entry.wrong(field, "%s is already taken by %s".formatted(value, owner));
        }
    }
}

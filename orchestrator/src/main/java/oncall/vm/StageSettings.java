package oncall.vm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the Vagrantfile has to know of this host.
 *
 * @param key        private SSH key
 * @param boxVersion version of the box in Vagrant's words
 * @param boot       folder with vmlinuz and initrd
 * @param driver     "kvm" or "qemu"
 */
public record StageSettings(Path key, String boxVersion, Path boot, String driver) {
    /** As environment variables. */
    public Map<String, String> environment() {
        return new TreeMap<>(Map.of("ONCALL_LAB_KEY", key.toString(), "ONCALL_LAB_BOX_VERSION", boxVersion,
            "ONCALL_LAB_BOOT", boot.toString(), "ONCALL_LAB_DRIVER", driver));
    }

    /** Writes them where the Vagrantfile finds them when someone calls Vagrant by hand. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, environment().entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package oncall.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import oncall.level.StageSpec;
import oncall.remote.Remote;

/**
 * The healthy stage, before the fault: what must still hold once the incident is over.
 *
 * @param machines by name
 * @param tables of both databases, by name
 * @param uploadSizes of the customers' files in bytes, by name
 */
public record Baseline(
        Instant takenAt, Map<String, MachineBaseline> machines, Map<String, TableBaseline> tables,
        Map<String, Long> uploadSizes) {

    /**
     * Takes it from the running stage, from all machines at once.
     *
     * @throws oncall.remote.RemoteUnreachable when a machine cannot be asked
     * @throws oncall.remote.RemoteCommandFailed when a machine cannot tell
     * @throws IllegalStateException when a database refuses
     */
    public static Baseline capture(StageSpec stage, Function<String, Remote> remotes) {
        Instant takenAt = Instant.now();
        Map<String, MachineBaseline> machines = new TreeMap<>();
        Parallel.map(stage.names(), machine -> Map.entry(machine, MachineBaseline.capture(remotes.apply(machine))))
                .forEach(entry -> machines.put(entry.getKey(), entry.getValue()));
        return new Baseline(takenAt, machines, new DataProbe(remotes).capture(), UploadsBaseline.capture(remotes.apply("app")));
    }

    /**
     * Looks again at the rows of tables that were settled then.
     *
     * @return what is different, in a player's words; empty if nothing is
     * @throws oncall.remote.RemoteUnreachable when a database's machine cannot be asked
     */
    public List<String> rowsChanged(Collection<String> names, Function<String, Remote> remotes) {
        return new DataProbe(remotes).differences(names.stream().map(name -> {
            TableBaseline table = tables.get(name);
            if (table == null) {
                throw new IllegalArgumentException("the baseline has no table " + name);
            }
            return table;
        }).toList());
    }

    /**
     * Looks again for the customers' files.
     *
     * @return those which are gone or have another size
     * @throws oncall.remote.RemoteUnreachable when the machine cannot be asked
     */
    public List<String> uploadsLost(Remote app) {
        Map<String, Long> now = UploadsBaseline.now(app);
        List<String> lost = new ArrayList<>();
        uploadSizes.forEach((name, size) -> {
            if (!size.equals(now.get(name))) {
                lost.add(name);
            }
        });
        return lost;
    }

    /** Names of the customers' files. */
    public Set<String> uploads() {
        return uploadSizes.keySet();
    }

    /** Writes it as JSON; the file appears whole or not at all. */
    public void write(Path file) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path half = Files.createTempFile(folder, "baseline", ".part");
            Files.writeString(half, Json.write(this));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the baseline " + file, failure);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Baseline read(Path file) {
        try {
            return Json.MAPPER.readValue(file.toFile(), Baseline.class);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the baseline " + file, failure);
        }
    }
}

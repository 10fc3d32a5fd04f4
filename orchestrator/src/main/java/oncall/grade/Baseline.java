package oncall.grade;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import oncall.level.StageSpec;
import oncall.remote.Remote;

/**
 * The healthy stage, before the fault: what must still hold once the incident is over.
 *
 * @param machines by name
 * @param tables of both databases
 * @param uploads names of the customers' files
 */
public record Baseline(
        Instant takenAt, Map<String, MachineBaseline> machines, List<TableBaseline> tables, Set<String> uploads) {

    /**
     * Takes it from the running stage, from all machines at once.
     *
     * @throws oncall.remote.RemoteUnreachable when a machine cannot be asked
     * @throws oncall.remote.RemoteCommandFailed when a machine cannot tell
     */
    public static Baseline capture(StageSpec stage, Function<String, Remote> remotes) {
        throw new UnsupportedOperationException("being built");
    }

    /** Writes it as JSON; the file appears whole or not at all. */
    public void write(Path file) {
        throw new UnsupportedOperationException("being built");
    }

    /** Reads what {@link #write} wrote. */
    public static Baseline read(Path file) {
        throw new UnsupportedOperationException("being built");
    }
}

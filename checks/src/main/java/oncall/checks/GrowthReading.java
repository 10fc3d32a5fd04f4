package oncall.checks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oncall.remote.Remote;

/**
 * How fast files grow on a machine, by two looks some seconds apart.
 *
 * <p>Looked at are all files of the volume and, anywhere else, all files which a process has open. Left
 * out are customers' files (complete or on their way) and the system's journal, which bounds itself and
 * grows in large steps.
 *
 * @param bytesPerSecond growth of all of them together
 * @param free bytes still free for ordinary users on the volume
 * @param emptied whether one of them became shorter between the looks
 */
record GrowthReading(long bytesPerSecond, long free, boolean emptied) {

    private static final int SECONDS = 3;
    private static final Duration LONGEST = Duration.ofDays(3650);

    /*
     * "V" and the free space of the volume; "T" begins a look, with the machine's uptime; then one line per
     * file, with device:inode and bytes: "C" a customer's, "N" another one on the volume, "O" open. find -L on
     * /proc/PID/fd sees open files themselves, nameless ones too; processes end while it looks, hence no
     * errors and no exit code.
     */
    private static final String SCRIPT = """
            volume=%s
            journal=$(systemctl show -p MainPID --value systemd-journald)
            look() {
                echo "T $(cut -d' ' -f1 /proc/uptime)"
                find "$volume" -xdev -type f '(' -path "$volume/uploads/*" -o -path "$volume/incoming/*" ')' \
            -printf 'C %%D:%%i %%s\\n' -o -type f -printf 'N %%D:%%i %%s\\n' 2>/dev/null
                find -L /proc/[0-9]*/fd -type f -not -path "/proc/$journal/*" -printf 'O %%D:%%i %%s\\n' 2>/dev/null
            }
            echo "V $(stat -f -c '%%a %%S' "$volume")"
            look
            sleep %d
            look
            true
            """;

    private static final class Look {
        private final double uptime;
        private final Map<String, Long> named = new HashMap<>();
        private final Map<String, Long> open = new HashMap<>();

        Look(double uptime) {
            this.uptime = uptime;
        }
    }

    static GrowthReading take(Remote machine, String volume) {
        GrowthReading reading = once(machine, volume);
        if (!reading.emptied) {
            return reading;
        }
        // Whatever empties it may have come just before the second look; it will hardly do so twice.
        GrowthReading another = once(machine, volume);
        return another.bytesPerSecond > reading.bytesPerSecond ? another : reading;
    }

    private static GrowthReading once(Remote machine, String volume) {
        return parse(machine.sudoOutput(SCRIPT.formatted(volume, SECONDS)));
    }

    /** How long the free space lasts at this rate; ten years where nothing grows. */
    Duration lasts() {
        return bytesPerSecond <= 0 ? LONGEST : Duration.ofSeconds(Math.min(free / bytesPerSecond, LONGEST.toSeconds()));
    }

    static GrowthReading parse(String text) {
        List<Look> looks = new ArrayList<>();
        Set<String> customers = new HashSet<>();
        long free = 0;
        for (String line : text.lines().toList()) {
            String[] fields = line.split(" ");
            switch (fields[0]) {
                case "V" -> free = Long.parseLong(fields[1]) * Long.parseLong(fields[2]);
                case "T" -> looks.add(new Look(Double.parseDouble(fields[1])));
                case "C" -> customers.add(fields[1]);
                case "N" -> looks.get(looks.size() - 1).named.put(fields[1], Long.parseLong(fields[2]));
                case "O" -> looks.get(looks.size() - 1).open.put(fields[1], Long.parseLong(fields[2]));
                default -> throw new IllegalArgumentException("not a line of the reading: " + line);
            }
        }
        return between(looks.get(0), looks.get(1), customers, free);
    }

    private static GrowthReading between(Look first, Look second, Set<String> customers, long free) {
        // A file which was opened between the looks may be an old one; one which got a name is a new one.
        Map<String, Long> before = new HashMap<>(first.open);
        before.putAll(first.named);
        Map<String, Long> after = new HashMap<>(second.open);
        after.keySet().retainAll(before.keySet());
        after.putAll(second.named);
        after.keySet().removeAll(customers);
        long grown = after.entrySet().stream()
                .mapToLong(file -> written(before.getOrDefault(file.getKey(), 0L), file.getValue()))
                .sum();
        boolean emptied = after.entrySet().stream().anyMatch(file -> file.getValue() < before.getOrDefault(file.getKey(), 0L));
        return new GrowthReading(Math.round(grown / Math.max(second.uptime - first.uptime, 1)), free, emptied);
    }

    /** What is in a file that was emptied meanwhile has been written since. */
    private static long written(long before, long after) {
        return after < before ? after : after - before;
    }
}

package oncall.health;

import java.util.List;

/**
 * A file or folder.
 *
 * @param mode octal with four digits, such as {@code 0640}
 * @param kind as stat says it, such as {@code regular file} or {@code directory}
 * @param size bytes
 */
public record PathStatus(String path, String mode, String owner, String group, String kind, long size) {

    /** Append the paths; those that do not exist are left out of the output. */
    public static final String COMMAND = "stat --printf '%a|%U|%G|%F|%s|%n\\n' -- ";

    /** Reads what {@link #COMMAND} prints. */
    public static List<PathStatus> parse(String printed) {
        return printed.lines().map(line -> line.split("\\|", 6)).filter(fields -> fields.length == 6)
                .map(fields -> new PathStatus(fields[5], "0".repeat(Math.max(0, 4 - fields[0].length())) + fields[0],
                        fields[1], fields[2], fields[3], Long.parseLong(fields[4])))
                .toList();
    }

    /** Mode and owners in one, such as {@code 0640 root:shop}. */
    public String rights() {
        return mode + " " + owner + ":" + group;
    }

    /** Whether every account may change it; where nobody may touch what is another's, as in /tmp, they may not. */
    public boolean openToAll() {
        int bits = Integer.parseInt(mode, 8);
        return (bits & 02) != 0 && (bits & 01000) == 0;
    }
}

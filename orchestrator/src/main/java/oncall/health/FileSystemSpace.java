package oncall.health;

import java.util.List;

/**
 * A mounted file system; sizes in bytes.
 *
 * @param available what an ordinary user may still write
 */
public record FileSystemSpace(String source, String type, long size, long used, long available, String mount) {

    /** Paths may be appended, to see only their file systems. */
    public static final String COMMAND = "df -B1 --output=source,fstype,size,used,avail,target ";

    /** Reads what {@link #COMMAND} prints. */
    public static List<FileSystemSpace> parse(String printed) {
        return printed.lines().skip(1).map(line -> line.strip().split("\\s+", 6))
                .filter(fields -> fields.length == 6 && fields[2].matches("\\d+"))
                .map(fields -> new FileSystemSpace(fields[0], fields[1], Long.parseLong(fields[2]),
                        Long.parseLong(fields[3]), Long.parseLong(fields[4]), fields[5]))
                .toList();
    }
}

package oncall.health;

import java.util.ArrayList;
import java.util.List;

/**
 * A file without a name which a process holds open, so that its space is not free.
 *
 * @param path as it was called
 * @param size bytes
 */
public record DeletedFile(int pid, String command, String path, long size) {

    /** Needs a mount point behind it: without the "a" lsof would list every open file there, named ones too. */
    public static final String COMMAND = "lsof -w +aL1 -F pcftsn ";

    /** Reads what {@link #COMMAND} prints; regular files only. */
    public static List<DeletedFile> parse(String printed) {
        List<DeletedFile> files = new ArrayList<>();
        int pid = 0;
        String command = "";
        String type = "";
        long size = 0;
        for (String line : printed.lines().filter(text -> !text.isEmpty()).toList()) {
            String value = line.substring(1);
            switch (line.charAt(0)) {
                case 'p' -> pid = Integer.parseInt(value);
                case 'c' -> command = value;
                case 'f' -> {
                    type = "";
                    size = 0;
                }
                case 't' -> type = value;
                case 's' -> size = Long.parseLong(value);
                case 'n' -> {
                    if (type.equals("REG")) {
                        files.add(new DeletedFile(pid, command, value.replaceFirst(" \\(deleted\\)$", ""), size));
                    }
                }
                default -> { }
            }
        }
        return files;
    }
}

package oncall.grade;

import java.util.Map;
import java.util.TreeMap;
import oncall.remote.Remote;

/** Customers' files: their sizes in bytes, by name. */
final class UploadsBaseline {

    private static final String FOLDER = "/var/lib/shop/uploads";

    private UploadsBaseline() {}

    /** Only what has lain there for a while: the stage's shoppers take away what they have just sent. */
    static Map<String, Long> capture(Remote app) {
        return parse(app.sudo("find " + FOLDER + " -type f ! -newermt '-60 seconds' -printf '%s %f\\n'")
                .orThrow().out());
    }

    /** All that is there now; nothing where the folder cannot be read. */
    static Map<String, Long> now(Remote app) {
        return parse(app.sudo("find " + FOLDER + "/ -type f -printf '%s %f\\n' 2>/dev/null || true").orThrow().out());
    }

    private static Map<String, Long> parse(String listed) {
        Map<String, Long> files = new TreeMap<>();
        listed.lines().map(line -> line.split(" ", 2)).filter(fields -> fields.length == 2)
                .forEach(fields -> files.put(fields[1], Long.parseLong(fields[0])));
        return files;
    }
}

package oncall.level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A script which is run as root on one machine.
 *
 * @param name the file's name up to the machine, such as {@code 10-fill-volume}
 * @param machine where it runs
 */
public record LevelScript(String name, String machine, Path file) {

    /** The script's text, read anew. */
    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the script " + file, failure);
        }
    }
}

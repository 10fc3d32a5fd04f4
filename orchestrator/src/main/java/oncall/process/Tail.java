package oncall.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, to be shown where something failed. */
public final class Tail {
    private Tail() { }

    /** The last {@code lines} lines of {@code text} that are not blank. */
    public static String of(String text, int lines) {
        List<String> all = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    /** The last {@code lines} lines of a file; empty when there is no such file. */
    public static String of(Path file, int lines) {
        try {
            // A console may hold bytes that are no text; they must not hide the rest.
            return of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), lines);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

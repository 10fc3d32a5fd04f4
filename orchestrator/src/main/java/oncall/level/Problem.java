package oncall.level;

import java.nio.file.Path;

/**
 * One thing that is wrong with a level or the stage.
 *
 * @param line from 1; 0 where it is not known or the whole file is meant
 * @param field such as {@code seed.variant}; empty where there is none
 */
public record Problem(Path file, int line, String field, String what) {

    /** A problem of a whole file or folder. */
    public Problem(Path file, String what) {
        this(file, 0, "", what);
    }

    /** {@code <file>:<line>: <field>: <what>}, without what is not known. */
    @Override
    public String toString() {
        return text(file);
    }

    /** The same, with the file named in another way. */
    public String text(Path shown) {
        return shown + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + what;
    }
}

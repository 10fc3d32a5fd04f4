package oncall.level;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an author marked as still to be done, by the word TODO. */
final class ToDos {

    private static final Pattern MARK = Pattern.compile("\\bTODO\\b:?\\s*(.*?)\\s*(\".*|\\*/)?$");

    private ToDos() {}

    /** @param field in which a line stands */
    static void find(Path file, List<String> lines, IntFunction<String> field, Problems problems) {
        for (int i = 1; i <= lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i - 1));
            if (mark.find()) {
                problems.add(file, i, field.apply(i), "TODO" + (mark.group(1).isEmpty() ? "" : ": ") + mark.group(1));
            }
        }
    }
}

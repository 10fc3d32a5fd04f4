package oncall.level;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A manifest's lines, for problems that show only when it is held against other files. */
final class ManifestLines {

    private final Path file;
    private final List<String> lines;
    private final Problems problems;

    ManifestLines(Path file, List<String> lines, Problems problems) {
        this.file = file;
        this.lines = lines;
        this.problems = problems;
    }

    /** Notes a problem at the line of a field, such as {@code seed.variant}. */
    void wrong(String field, String what) {
        String[] names = field.split("\\.");
        int line = next("^" + names[0], 1, 0);
        for (int i = 1; i < names.length; i++) {
            line = next("(^|[\\s{,])" + names[i], line, line);
        }
        problems.add(file, line, field, what);
    }

    /** The field in which a line stands; empty above the first. */
    String fieldAt(int line) {
        return IntStream.iterate(line, i -> i > 0, i -> i - 1).mapToObj(i -> lines.get(i - 1))
                .filter(text -> text.matches("[a-z_]+:.*")).findFirst()
                .map(text -> text.substring(0, text.indexOf(':'))).orElse("");
    }

    private int next(String name, int from, int otherwise) {
        Pattern pattern = Pattern.compile(name + "\\s*:");
        return IntStream.rangeClosed(Math.max(1, from), lines.size())
                .filter(i -> pattern.matcher(lines.get(i - 1)).find()).findFirst().orElse(otherwise);
    }
}

package oncall.grade;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import oncall.level.Problem;
import oncall.level.StageSpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What can be seen of a level's class of checks without running them. */
public final class CheckLint {

    private static final Pattern UNIT = Pattern.compile("([a-z0-9-]+)/[^/\\s]+");
    private static final Pattern PORT = Pattern.compile("([a-z0-9-]+):\\d{1,5}");
    private static final Pattern FILE = Pattern.compile("([a-z0-9-]+):/\\S*");

    private final Class<?> checks;
    private final Path source;
    private final List<String> lines;
    private final StageSpec stage;
    private final List<Problem> problems = new ArrayList<>();

    private CheckLint(Class<?> checks, Path source, List<String> lines, StageSpec stage) {
        this.checks = checks;
        this.source = source;
        this.lines = lines;
        this.stage = stage;
    }

    /**
     * Everything that would keep the class from judging, or a player from understanding its findings.
     *
     * @param source where the class was written
     * @param lines of that file, for the place of what is wrong; may be empty
     */
    public static List<Problem> problems(Class<?> checks, Path source, List<String> lines, StageSpec stage) {
        CheckLint lint = new CheckLint(checks, source, lines, stage);
        lint.run();
        return List.copyOf(lint.problems);
    }

    private void run() {
        if (!checks.isAnnotationPresent(LabChecks.class)) {
            atClass("LabChecks", "the class is not marked @LabChecks, so that its checks get no Lab");
        }
        List<Method> methods = Arrays.stream(checks.getDeclaredMethods()).filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName)).toList();
        List<Method> tests = methods.stream().filter(CheckLint::isCheck).toList();
        if (tests.isEmpty()) {
            atClass("Test", "the class has no check: no method is marked @Test");
        } else if (tests.stream().noneMatch(method -> method.isAnnotationPresent(Symptom.class))) {
            atClass("Symptom", "no check is marked @Symptom, so that nobody can tell whether the fault took");
        }
        tests.stream().filter(method -> !method.isAnnotationPresent(DisplayName.class)).forEach(method ->
                atMethod(method, "the check has no @DisplayName: what is looked at, in a player's words"));
        methods.stream().filter(method -> !isCheck(method)).forEach(method -> List.of(Symptom.class, Steady.class, InBrowser.class)
                .forEach(mark -> unlessMarked(method, mark)));
        Optional.ofNullable(checks.getAnnotation(Allows.class)).ifPresent(this::allows);
    }

    private static boolean isCheck(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }

    private void unlessMarked(Method method, Class<? extends Annotation> mark) {
        if (method.isAnnotationPresent(mark)) {
            atMethod(method, "is marked @%s, but is no check: @Test is missing".formatted(mark.getSimpleName()));
        }
    }

    private void allows(Allows allows) {
        List<String> tables = WatchedTable.ALL.stream().map(WatchedTable::name).toList();
        Arrays.stream(allows.rows()).filter(table -> !tables.contains(table)).forEach(table ->
                atClass("Allows", "rows: no watched table '%s'; there are %s".formatted(table, String.join(", ", tables))));
        places("units", allows.units(), UNIT, "machine/unit");
        places("ports", allows.ports(), PORT, "machine:port");
        places("files", allows.files(), FILE, "machine:/path");
    }

    private void places(String field, String[] values, Pattern form, String formInWords) {
        for (String value : values) {
            var matcher = form.matcher(value);
            if (!matcher.matches()) {
                atClass("Allows", "%s: '%s' is not of the form %s".formatted(field, value, formInWords));
            } else if (!stage.names().contains(matcher.group(1))) {
                atClass("Allows", "%s: '%s': no machine '%s'; the stage has %s".formatted(
                        field, value, matcher.group(1), String.join(", ", stage.names())));
            }
        }
    }

    private void atClass(String field, String what) {
        int line = line("@" + field + "\\b");
        problems.add(new Problem(source, line > 0 ? line : line("\\bclass\\s+" + checks.getSimpleName() + "\\b"), "@" + field, what));
    }

    private void atMethod(Method method, String what) {
        problems.add(new Problem(source, line("\\b" + method.getName() + "\\s*\\("), method.getName(), what));
    }

    private int line(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return IntStream.rangeClosed(1, lines.size()).filter(i -> compiled.matcher(lines.get(i - 1)).find()).findFirst().orElse(0);
    }
}

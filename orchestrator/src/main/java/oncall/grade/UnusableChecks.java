package oncall.grade;

import java.util.List;
import java.util.stream.Collectors;
import oncall.level.Problem;

/** A level's checks cannot be had; the message names every reason. */
public final class UnusableChecks extends RuntimeException {

    private final transient List<Problem> problems;

    UnusableChecks(String level, List<Problem> problems) {
        super("The checks of the level %s cannot be used:%n  %s".formatted(level, problems.stream()
                .map(Problem::toString).collect(Collectors.joining(System.lineSeparator() + "  "))));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}

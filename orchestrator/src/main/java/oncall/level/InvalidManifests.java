package oncall.level;

import java.util.List;
import java.util.stream.Collectors;

/** Manifests are wrong; the message names every problem with file, line and field. */
public class InvalidManifests extends RuntimeException {

    private final List<String> problems;

    InvalidManifests(List<Problem> problems) {
        super("%d %s:%n  %s".formatted(problems.size(), problems.size() == 1 ? "problem" : "problems",
                problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator() + "  "))));
        this.problems = problems.stream().map(Problem::toString).toList();
    }

    public List<String> problems() {
        return problems;
    }
}

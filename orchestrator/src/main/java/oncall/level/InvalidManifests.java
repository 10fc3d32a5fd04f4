package oncall.level;

import java.util.List;

/** Manifests are wrong; the message names every problem with file, line and field. */
public class InvalidManifests extends RuntimeException {

    private final List<String> problems;

    InvalidManifests(List<String> problems) {
        super("%d %s:%n  %s".formatted(problems.size(), problems.size() == 1 ? "problem" : "problems",
                String.join(System.lineSeparator() + "  ", problems)));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}

package oncall.session;

import java.util.List;
import oncall.level.Problem;

/**
 * What was found wrong with levels.
 *
 * @param levels   ids of those that were looked at
 * @param problems in the order of the levels, each level's by file
 */
public record LintReport(List<String> levels, List<Problem> problems) {
    public LintReport {
        levels = List.copyOf(levels);
        problems = List.copyOf(problems);
    }

    public boolean clean() { return problems.isEmpty(); }
}

package oncall.session;

import java.util.List;
import java.util.Map;
import oncall.level.Problem;
import oncall.level.Seed;

/**
 * What was found wrong with levels.
 *
 * @param levels   ids of those that were looked at
 * @param problems in the order of the levels, each level's by file
 * @param variants a seed for each variant of each level that could be read, by id
 */
public record LintReport(List<String> levels, List<Problem> problems, Map<String, List<Seed>> variants) {
    public LintReport {
        levels = List.copyOf(levels);
        problems = List.copyOf(problems);
    }

    public boolean clean() { return problems.isEmpty(); }
}

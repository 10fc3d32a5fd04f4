package oncall.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import oncall.level.Level;
import oncall.level.Severity;

/** Failures that only this package makes, for tests of those who tell them. */
public final class SampleFailures {
    private SampleFailures() { }

    public static InjectionFailed notStaged() {
        Level level = new Level("lost-badge", Path.of("lost-badge"), "", Severity.SEV1, 1, "", "", List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), false);
        return new InjectionFailed(level, level.seed(7), "the fault did not take", null);
    }
}

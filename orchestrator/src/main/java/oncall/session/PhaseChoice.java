package oncall.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import oncall.grade.Grader;
import oncall.level.Fix;
import oncall.level.Level;

/**
 * Which phases of the contract are run. All others stand on the first two, which are never left out.
 *
 * @param only parts of names, of which a phase has to have one; empty for all phases
 */
record PhaseChoice(List<String> only) {
    static final String HEALTHY = "healthy";
    static final String BROKEN = "broken";
    static final String BROKEN_IN_BROWSER = "seen in the browser: broken";
    static final String MENDED_IN_BROWSER = "seen in the browser: mended";
    static final String ALERTS = "alerts fire";
    static final String IDLE = "idle";
    static final String RESTART = "restart only";
    static final String SEVERITIES = "wrong severities";
    static final String RESET = "reset";

    static String wrong(Fix fix) { return "wrong fix " + fix.name(); }

    static String right(Fix fix) { return "right fix " + fix.name(); }

    boolean whole() { return only.isEmpty(); }

    boolean takes(String phase) { return whole() || only.stream().anyMatch(phase::contains); }

    /** @throws UsageProblem when a text belongs to no phase of any of the levels: it was probably mistyped */
    void mustMean(List<Level> levels) {
        List<String> names = levels.stream().flatMap(level -> names(level).stream()).distinct().toList();
        List<String> meaningless = new ArrayList<>(only);
        meaningless.removeIf(text -> names.stream().anyMatch(name -> name.contains(text)));
        if (!meaningless.isEmpty()) {
            throw new UsageProblem("--only: no phase has '" + String.join("' or '", meaningless) + "' in its name. Phases: " + String.join(", ", names));
        }
    }

    private static List<String> names(Level level) {
        Stream<String> inBrowser = Grader.looksInBrowser(level) ? Stream.of(BROKEN_IN_BROWSER, MENDED_IN_BROWSER) : Stream.of();
        Stream<String> alerts = level.paging().byComplaint() ? Stream.of() : Stream.of(ALERTS);
        Stream<String> severities = level.paging().incidents().isEmpty() ? Stream.of() : Stream.of(SEVERITIES);
        return Stream.of(Stream.of(HEALTHY, BROKEN), alerts, Stream.of(IDLE, RESTART), level.wrongFixes().stream().map(PhaseChoice::wrong), severities,
            level.rightFixes().stream().map(PhaseChoice::right), inBrowser, Stream.of(RESET)).flatMap(names -> names).toList();
    }
}

package oncall.grade;

import java.util.List;
import java.util.stream.Stream;
import oncall.level.Level;
import oncall.level.Problem;

/** Finds the classes of checks by their names; they lie above this package. */
public final class CheckClasses {

    private static final List<String> STAGE = List.of("oncall.checks.StageChecks", "oncall.checks.BaselineChecks");

    private CheckClasses() {}

    /**
     * The level's own.
     *
     * @throws UnusableChecks when there is none
     */
    public static Class<?> of(Level level) {
        try {
            return load(level.checksClass());
        } catch (ClassNotFoundException missing) {
            throw new UnusableChecks(level.id(), List.of(new Problem(level.folder(),
                    "has no checks: there is no class %s under checks/".formatted(level.checksClass()))));
        }
    }

    /** The level's own, and those which are judged with every level. */
    static Class<?>[] ofLevelAndStage(Level level) {
        return Stream.concat(Stream.of(of(level)), STAGE.stream().map(CheckClasses::ofStage)).toArray(Class<?>[]::new);
    }

    private static Class<?> ofStage(String name) {
        try {
            return load(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("the class %s with checks of the stage is missing".formatted(name), missing);
        }
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }
}

package oncall.grade;

import java.util.List;
import java.util.stream.Stream;
import oncall.level.Level;

/** Finds the classes of checks by their names; they lie above this package. */
final class CheckClasses {

    private static final List<String> STAGE = List.of("oncall.checks.StageChecks", "oncall.checks.BaselineChecks");

    private CheckClasses() {}

    static Class<?> of(Level level) {
        return load(level.checksClass(), "the level " + level.id());
    }

    /** The level's own, and those which are judged with every level. */
    static Class<?>[] ofLevelAndStage(Level level) {
        return Stream.concat(Stream.of(of(level)), STAGE.stream().map(name -> load(name, "the stage")))
                .toArray(Class<?>[]::new);
    }

    private static Class<?> load(String name, String whose) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("the class %s with the checks of %s is missing".formatted(name, whose),
                    missing);
        }
    }
}

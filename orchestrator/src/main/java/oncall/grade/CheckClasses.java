package oncall.grade;

import oncall.level.Level;

/** Finds the classes of checks by their names; they lie above this package. */
final class CheckClasses {

    private static final String STAGE = "oncall.checks.StageChecks";

    private CheckClasses() {}

    static Class<?> of(Level level) {
        return load(level.checksClass(), "the level " + level.id());
    }

    static Class<?> ofStage() {
        return load(STAGE, "the stage");
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

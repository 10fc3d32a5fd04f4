package oncall.grade;

import java.nio.file.Files;
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
     * @throws UnusableChecks when there is none, or those that the level brings along do not compile
     */
    public static Class<?> of(Level level) {
        try {
            return load(level.checksClass(), level);
        } catch (ClassNotFoundException missing) {
            String where = Files.isDirectory(level.ownChecks()) ? "in its folder checks"
                    : "in the clone's checks, and the level has no folder checks of its own";
            throw new UnusableChecks(level.id(), List.of(new Problem(level.folder(),
                    "has no class of checks: there is no %s %s".formatted(level.checksClass(), where))));
        }
    }

    /** Names of those which are judged with every level. */
    public static List<String> ofTheStage() {
        return STAGE;
    }

    /** The loader that knows the level's checks, and those of the stage with them. */
    static ClassLoader loader(Level level) {
        return CheckLoader.of(level);
    }

    /** The level's own, and those which are judged with every level. */
    static Class<?>[] ofLevelAndStage(Level level) {
        return Stream.concat(Stream.of(of(level)), STAGE.stream().map(name -> ofStage(name, level))).toArray(Class<?>[]::new);
    }

    private static Class<?> ofStage(String name, Level level) {
        try {
            return load(name, level);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("the class %s with checks of the stage is missing".formatted(name), missing);
        }
    }

    private static Class<?> load(String name, Level level) throws ClassNotFoundException {
        return Class.forName(name, true, loader(level));
    }
}

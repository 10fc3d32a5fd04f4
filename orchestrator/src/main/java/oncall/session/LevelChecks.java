package oncall.session;

import oncall.level.Level;

/** Finds a level's class of checks. */
final class LevelChecks {
    private LevelChecks() { }

    static Class<?> of(Level level) {
        try {
            return Class.forName(level.checksClass());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The level " + level.id() + " has no checks: no class " + level.checksClass() + " under checks/.", e);
        }
    }
}

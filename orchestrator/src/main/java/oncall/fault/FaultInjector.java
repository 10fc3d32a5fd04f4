package oncall.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import oncall.level.Fix;
import oncall.level.Level;
import oncall.level.LevelScript;
import oncall.level.Seed;
import oncall.remote.CommandResult;
import oncall.remote.Remote;

/** Runs a level's scripts, one after the other, each as root on its machine. */
public final class FaultInjector {

    /** Generous: a roll-out with a migration takes four minutes on emulated CPUs that are busy. */
    private static final Duration SCRIPT_TIMEOUT = Duration.ofMinutes(10);

    /**
     * Breaks the stage. Machines which the level wants rebooted afterwards are left to the caller.
     *
     * @param remotes gives the machine of a name
     * @throws ScriptFailed at the first script that fails; the stage is then half broken and must be reset
     */
    public void inject(Level level, Seed seed, Function<String, Remote> remotes) {
        run("fault of " + level.id(), level.fault(), seed, remotes);
    }

    /**
     * Applies a fix, right or wrong.
     *
     * @throws ScriptFailed at the first script that fails
     */
    public void apply(Fix fix, Seed seed, Function<String, Remote> remotes) {
        run("fix " + fix.name(), fix.scripts(), seed, remotes);
    }

    private static void run(
            String what, List<LevelScript> scripts, Seed seed, Function<String, Remote> remotes) {
        for (LevelScript script : scripts) {
            CommandResult result = remotes.apply(script.machine())
                    .script(script.text(), seed.environment(), SCRIPT_TIMEOUT);
            if (!result.ok()) {
                throw new ScriptFailed(what, script, seed, result);
            }
        }
    }
}

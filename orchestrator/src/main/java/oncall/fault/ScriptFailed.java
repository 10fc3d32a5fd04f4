package oncall.fault;

import oncall.level.LevelScript;
import oncall.level.Seed;
import oncall.remote.CommandResult;
import oncall.remote.RemoteCommandFailed;

/** A level's script ended with an error; that is a defect of the level, not of the player. */
public final class ScriptFailed extends RuntimeException {

    private final transient LevelScript script;

    ScriptFailed(String what, LevelScript script, Seed seed, CommandResult result) {
        super("%s: %s failed on %s with exit %d (seed %d): %s".formatted(
                what, script.file(), script.machine(), result.exit(), seed.number(), lastLines(result)),
                new RemoteCommandFailed(result));
        this.script = script;
    }

    public LevelScript script() {
        return script;
    }

    private static String lastLines(CommandResult result) {
        String said = (result.err().isBlank() ? result.out() : result.err()).strip();
        return said.length() <= 500 ? said : "…" + said.substring(said.length() - 500);
    }
}

package oncall.grade;

import java.util.Random;
import java.util.function.Function;
import oncall.health.HttpProbe;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.level.StageSpec;
import oncall.remote.Remote;

/** A lab put together from its parts; {@code remotes} gives the machine of a name. */
public record StagedLab(
        Level level, Seed seed, StageSpec stage, Function<String, Remote> remotes, HttpProbe http,
        Baseline baseline, boolean faulty, Random random) implements Lab {

    @Override
    public Remote on(String machine) {
        return remotes.apply(stage.machine(machine).name());
    }
}

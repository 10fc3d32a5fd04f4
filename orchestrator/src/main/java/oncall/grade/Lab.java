package oncall.grade;

import java.util.Random;
import oncall.health.HttpProbe;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.level.StageSpec;
import oncall.remote.Remote;

/** What a check may look at. Given to the constructors and methods of classes marked {@link LabChecks}. */
public interface Lab {

    Level level();

    Seed seed();

    StageSpec stage();

    /**
     * A machine of the stage.
     *
     * @throws IllegalArgumentException for an unknown name
     */
    Remote on(String machine);

    /** The shop through its edge, as a customer on the host sees it. */
    HttpProbe http();

    /** The stage as it was before the fault. */
    Baseline baseline();

    /**
     * Whether the level's fault was injected. It was not where the contract judges the healthy stage, which lacks what a
     * fault brings along, such as a job that does too much but has to stay: look for that only where it was.
     */
    boolean faulty();

    /** For fresh data: differs from one judgement to the next. Safe for several threads. */
    Random random();
}

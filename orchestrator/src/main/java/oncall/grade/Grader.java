package oncall.grade;

import java.time.Duration;
import java.util.List;

/**
 * Judges a stage by running classes of checks, several checks at a time.
 *
 * <p>An {@link AssertionError} is a failure, an aborted check is skipped, and every other exception
 * means that nobody could look; such a check is tried once more. A failed check is looked at again
 * until it passes or the window for settling is over: services need a moment after a mend. Checks
 * marked {@link Steady} are not.
 */
public final class Grader {

    /** How long failed checks are looked at again. */
    public static final Duration SETTLING = Duration.ofSeconds(12);

    private final Duration settling;

    public Grader() {
        this(SETTLING);
    }

    public Grader(Duration settling) {
        this.settling = settling;
    }

    /** Runs every check of the classes; findings come in the order of classes and methods. */
    public List<Finding> judge(Lab lab, Class<?>... checks) {
        throw new UnsupportedOperationException("being built " + settling);
    }

    /** Judges the level's own checks and those of the whole stage; machines that cannot be reached make it inconclusive. */
    public Judgement judge(String phase, Lab lab) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Runs only the level's {@link Symptom} checks until every one fails, or the time is over.
     *
     * @return the last findings; the fault is confirmed if all are {@link Outcome#FAIL}
     */
    public List<Finding> awaitSymptoms(Lab lab, Duration within) {
        throw new UnsupportedOperationException("being built");
    }
}

package oncall.session;

import oncall.level.Level;
import oncall.level.Seed;

/** The incident could not be staged. That is a defect of the level or the lab; nothing was handed over. */
public final class InjectionFailed extends RuntimeException {
    InjectionFailed(Level level, Seed seed, String why, Throwable cause) {
        super("The incident %s (seed %d %s) could not be staged: %s%nNothing was handed over. That is a defect of the level or the lab, not yours."
            .formatted(level.id(), seed.number(), seed.values(), why), cause);
    }
}

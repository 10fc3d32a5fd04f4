package oncall.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What of the contract to try.
 *
 * @param levels    ids; empty for all levels
 * @param times     rounds
 * @param seed      from which each level's and round's own follows; empty to draw one, or, when resuming, to take that of the newest run
 * @param levelSeed that of every level and round itself, as {@code up --seed} takes it; empty to have it follow from {@code seed}
 * @param only      parts of the names of phases; empty for the whole contract
 * @param resume    whether levels and rounds that were tried before, with all that they rest on as it is now, are taken over, good or bad
 * @param alike     clones at other commits that somebody vouches for: what was tried with their judges and checks is taken over as well
 * @param quiet     how long the healthy stage has to be left alone first, to prove that no alert fires; zero for not at all
 */
public record ContractRequest(List<String> levels, int times, OptionalLong seed, OptionalLong levelSeed, List<String> only, boolean resume, List<Path> alike,
                              Duration quiet) {
    public ContractRequest {
        levels = List.copyOf(levels);
        only = List.copyOf(only);
        alike = List.copyOf(alike);
    }

    /** With what is vouched for by its being the same alone, and without waiting for alerts on the healthy stage. */
    public ContractRequest(List<String> levels, int times, OptionalLong seed, OptionalLong levelSeed, List<String> only, boolean resume) {
        this(levels, times, seed, levelSeed, only, resume, List.of(), Duration.ZERO);
    }
}

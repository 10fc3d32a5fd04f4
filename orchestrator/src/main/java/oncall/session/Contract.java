package oncall.session;

import java.util.ArrayList;
import java.util.List;
import oncall.grade.Verdict;
import oncall.host.InputsHash;
import oncall.level.Level;

/** Tries levels against the contract that makes them worth playing, on the real VMs. */
final class Contract {
    private final LabContext context;
    private final StageLifecycle lifecycle;

    Contract(LabContext context, StageLifecycle lifecycle) {
        this.context = context;
        this.lifecycle = lifecycle;
    }

    /** @param seed from which each level's and round's own follows */
    ContractReport run(List<Level> levels, int times, long seed) {
        List<ContractPhase> phases = new ArrayList<>();
        for (int round = 1; round <= times; round++) {
            for (Level level : levels) {
                long number = Long.parseUnsignedLong(new InputsHash().word(seed + " " + round + " " + level.id()).hex(), 16) >>> 44;
                context.progress().say("%s, round %d of %d, seed %d %s".formatted(level.id(), round, times, number, level.seed(number).values()));
                context.journal().record(LabState.CONTRACT, level.id(), number, "round " + round);
                phases.addAll(new LevelContract(context, lifecycle, level, level.seed(number), round).run());
            }
        }
        context.journal().record(LabState.HEALTHY);
        return new ContractReport(times, phases);
    }

    static String outcome(Verdict.Status status) {
        return switch (status) {
            case FIXED -> "green";
            case NOT_FIXED -> "red";
            case COULD_NOT_GRADE -> "could not grade";
        };
    }
}

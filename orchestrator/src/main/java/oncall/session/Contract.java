package oncall.session;

import java.util.ArrayList;
import java.util.List;
import oncall.grade.Verdict;
import oncall.host.InputsHash;
import oncall.level.Level;
import oncall.level.Seed;

/** Tries levels against the contract that makes them worth playing, on the real VMs. */
final class Contract {
    private final LabContext context;
    private final StageLifecycle lifecycle;

    Contract(LabContext context, StageLifecycle lifecycle) {
        this.context = context;
        this.lifecycle = lifecycle;
    }

    /** @param levels those that the request means */
    ContractReport run(List<Level> levels, ContractRequest request) {
        PhaseChoice choice = new PhaseChoice(request.only());
        List<ContractVariant> variants = new ArrayList<>();
        List<ContractPhase> phases = new ArrayList<>();
        for (int round = 1; round <= request.times(); round++) {
            for (Level level : levels) {
                Seed seed = level.seed(number(request, round, level));
                variants.add(new ContractVariant(level.id(), round, seed.number(), seed.values()));
                context.progress().say("%s, round %d of %d, seed %d %s%s".formatted(level.id(), round, request.times(), seed.number(), seed.values(),
                    choice.whole() ? "" : ", a part of the contract"));
                context.journal().record(LabState.CONTRACT, level.id(), seed.number(), "round " + round);
                phases.addAll(new LevelContract(context, lifecycle, level, seed, round, choice).run());
            }
        }
        // The whole contract ends with a reset that was judged; a part of it may end with the last fix in place.
        if (choice.takes(PhaseChoice.RESET)) context.journal().record(LabState.HEALTHY);
        else lifecycle.restore();
        return new ContractReport(request.times(), request.only(), variants, phases);
    }

    static long number(ContractRequest request, int round, Level level) {
        return request.levelSeed().orElseGet(
            () -> Long.parseUnsignedLong(new InputsHash().word(request.seed() + " " + round + " " + level.id()).hex(), 16) >>> 44);
    }

    static String outcome(Verdict.Status status) {
        return switch (status) {
            case FIXED -> "green";
            case NOT_FIXED -> "red";
            case COULD_NOT_GRADE -> "could not grade";
        };
    }
}

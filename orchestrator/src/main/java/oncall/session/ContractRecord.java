package oncall.session;

import java.time.Instant;
import java.util.List;

/**
 * What came of one level in one round of the whole contract.
 *
 * @param at          when it ended
 * @param requestSeed of the run that it belonged to
 * @param inputs      hash of all that it rests on, see {@link ContractInputs}
 */
record ContractRecord(Instant at, long requestSeed, String inputs, ContractVariant variant, List<ContractPhase> phases) {
    ContractRecord {
        phases = List.copyOf(phases);
    }

    boolean isOf(ContractVariant other) {
        return variant.level().equals(other.level()) && variant.round() == other.round() && variant.seed() == other.seed();
    }

    boolean kept() { return phases.stream().allMatch(ContractPhase::asItShouldBe); }
}

package oncall.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of trying levels against the contract.
 *
 * @param times    rounds
 * @param seed     from which each level's and round's own followed
 * @param only     parts of the names of phases that were asked for; empty if it was the whole contract
 * @param takenOver how many levels and rounds were tried by earlier runs, with the same inputs
 * @param vouched  how many of these were judged by another judge, for which somebody vouched
 * @param variants which variants of the levels were tried
 */
public record ContractReport(int times, long seed, List<String> only, int takenOver, int vouched, List<ContractVariant> variants, List<ContractPhase> phases) {
    public ContractReport {
        only = List.copyOf(only);
        variants = List.copyOf(variants);
        phases = List.copyOf(phases);
    }

    /** Whether this says anything of the whole contract, and not of a part only. */
    public boolean whole() { return only.isEmpty(); }

    /** Whether every phase that was run, of every level, came out as it should. */
    public boolean kept() { return !phases.isEmpty() && phases.stream().allMatch(ContractPhase::asItShouldBe); }

    public List<String> levels() { return phases.stream().map(ContractPhase::level).distinct().toList(); }

    public boolean kept(String level) { return phases.stream().filter(phase -> phase.level().equals(level)).allMatch(ContractPhase::asItShouldBe); }

    /** Phases that did not come out the same in each round, as "level: phase". */
    public List<String> flakes() {
        Map<String, Set<String>> outcomes = new LinkedHashMap<>();
        phases.forEach(phase -> outcomes.computeIfAbsent(phase.level() + ": " + phase.phase(), key -> new LinkedHashSet<>()).add(phase.outcome()));
        List<String> flakes = new ArrayList<>();
        outcomes.forEach((phase, seen) -> {
            if (seen.size() > 1) flakes.add(phase);
        });
        return flakes;
    }
}

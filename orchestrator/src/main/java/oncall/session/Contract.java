package oncall.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oncall.grade.Verdict;
import oncall.host.InputsHash;
import oncall.level.Level;
import oncall.level.Seed;

/** Tries levels against the contract that makes them worth playing, on the real VMs. */
final class Contract {
    private final LabContext context;
    private final StageLifecycle lifecycle;
    private final ContractRecords records;

    Contract(LabContext context, StageLifecycle lifecycle) {
        this.context = context;
        this.lifecycle = lifecycle;
        this.records = new ContractRecords(context.folders().state().resolve("contract.jsonl"));
    }

    /** @param levels those that the request means */
    ContractReport run(List<Level> levels, ContractRequest request) {
        PhaseChoice choice = new PhaseChoice(request.only());
        request.alike().stream().filter(clone -> !ContractInputs.hasJudges(clone)).findFirst().ifPresent(other -> {
            throw new UsageProblem("--alike needs a clone of this project, and " + other + " is none. For one: git worktree add " + other + " COMMIT");
        });
        long requestSeed = request.seed().orElseGet(() -> (request.resume() ? records.latestSeed() : OptionalLong.empty()).orElseGet(() -> new Random().nextInt(1_000_000)));
        String stage = StageRecord.read(context.folders()).map(StageRecord::inputs).orElse("");
        // Taken now: a file that is changed during a run of hours is not what this run tries.
        Map<String, List<String>> inputs = levels.stream().distinct().collect(Collectors.toMap(Level::id, level -> inputs(request, stage, level)));
        List<ContractVariant> variants = new ArrayList<>();
        List<ContractPhase> phases = new ArrayList<>();
        int takenOver = 0;
        int vouched = 0;
        if (!request.quiet().isZero()) {
            context.journal().record(LabState.CONTRACT);
            phases.add(new QuietStage(context, lifecycle).prove(request.quiet()));
        }
        for (int round = 1; round <= request.times(); round++) {
            for (Level level : levels) {
                Seed seed = level.seed(number(request, requestSeed, round, level));
                ContractVariant variant = new ContractVariant(level.id(), round, seed.number(), seed.values());
                variants.add(variant);
                Optional<ContractRecord> before = request.resume() ? records.find(variant, inputs.get(level.id())) : Optional.empty();
                String now = inputs.get(level.id()).get(0);
                if (before.isPresent()) {
                    boolean same = before.get().inputs().equals(now);
                    context.progress().say("%s, round %d of %d: taken over from the run that ended at %s, %s".formatted(level.id(), round, request.times(),
                        before.get().at().truncatedTo(ChronoUnit.SECONDS), same ? "nothing has changed since" : "by another judge that is vouched for"));
                    if (!same) vouched++;
                    phases.addAll(before.get().phases());
                    takenOver++;
                    continue;
                }
                context.progress().say("%s, round %d of %d, seed %d %s%s".formatted(level.id(), round, request.times(), seed.number(), seed.values(),
                    choice.whole() ? "" : ", a part of the contract"));
                context.record(LabState.CONTRACT, level, seed, "round " + round);
                List<ContractPhase> tried = new LevelContract(context, lifecycle, level, seed, round, choice).run();
                phases.addAll(tried);
                if (choice.whole()) records.add(new ContractRecord(Instant.now(), requestSeed, now, variant, tried));
            }
        }
        // The whole contract ends with a reset that was judged; a part of it may end with the last fix in place.
        if (choice.takes(PhaseChoice.RESET)) context.journal().record(LabState.HEALTHY);
        else lifecycle.restore();
        return new ContractReport(request.times(), requestSeed, request.only(), takenOver, vouched, variants, phases);
    }

    // As they are now first.
    private List<String> inputs(ContractRequest request, String stage, Level level) {
        return Stream.concat(Stream.of(context.folders().project()), request.alike().stream()).map(clone -> ContractInputs.of(clone, stage, level)).toList();
    }

    static long number(ContractRequest request, long requestSeed, int round, Level level) {
        return request.levelSeed().orElseGet(() -> Long.parseUnsignedLong(new InputsHash().word(requestSeed + " " + round + " " + level.id()).hex(), 16) >>> 44);
    }

    static String outcome(Verdict verdict) {
        boolean skipped = verdict.judgements().stream().allMatch(judgement -> judgement.skipped());
        return skipped ? ContractPhase.SKIPPED : switch (verdict.status()) {
            case FIXED -> "green";
            case NOT_FIXED -> "red";
            case COULD_NOT_GRADE -> "could not grade";
        };
    }
}

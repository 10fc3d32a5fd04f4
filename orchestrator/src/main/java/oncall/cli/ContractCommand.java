package oncall.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import oncall.session.ContractPhase;
import oncall.session.ContractReport;
import oncall.session.ContractRequest;
import oncall.session.ContractVariant;
import oncall.session.LabSession;
import oncall.session.UsageProblem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "contract", description = "For authors of levels: tries levels against the contract on the real VMs. The whole of it takes minutes per level.")
final class ContractCommand extends LabCommand {
    private static final String ALL = "all";
    private static final int DETAIL_WIDTH = 90;

    @Parameters(paramLabel = "LEVEL", arity = "1..*", description = "Ids of levels, or `all` (which leaves out those marked untried).")
    private List<String> levels;

    @Option(names = "--times", paramLabel = "N", defaultValue = "1", description = "Rounds; what differs between rounds is a flake. Default: ${DEFAULT-VALUE}.")
    private int times;

    @ArgGroup private Seeds seeds = new Seeds();

    private static final class Seeds {
        @Option(names = "--seed", paramLabel = "N", description = "From which each level's and round's own seed follows; drawn if not given.")
        private Long seed;

        @Option(names = "--level-seed", paramLabel = "N", description = "The level's seed itself, as `up --seed` takes it: the same variant in each round.")
        private Long levelSeed;
    }

    @Option(names = "--only", paramLabel = "TEXT", description = {"While a level is being written: only phases with this text in their name, and the two that these "
        + "stand on (healthy, broken). May be given several times. Names: idle, restart only, wrong fix <name>, right fix <name>, reset. "
        + "The exit code is by the phases that were run; the contract is kept only by a run of the whole."})
    private List<String> only = List.of();

    @Option(names = "--resume", description = "Go on with a long run: takes over, good or bad, the levels and rounds that were tried to their end before and whose stage, "
        + "scripts and checks are as they were then. Without --seed, with the seed of the newest run.")
    private boolean resume;

    @Option(names = "--alike", paramLabel = "DIR", description = "With --resume: a clone at another commit, for which you vouch that no outcome differs by what judge and "
        + "checks are there; what was tried with them is taken over as well, and the report says so. May be given several times.")
    private List<Path> alike = List.of();

    @Option(names = "--quiet", paramLabel = "MINUTES", defaultValue = "0", description = "First leave the healthy stage alone for so long, and see that no alert fires.")
    private int quiet;

    @Option(names = {"-y", "--yes"}, description = "Consent in advance to what would be asked.")
    private boolean yes;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin private LevelsOption otherLevels;

    @Override List<Path> otherLevels() { return otherLevels.folders(); }

    @Override boolean consents() { return yes; }

    @Override int run(LabSession session) {
        if (times < 1) throw new UsageProblem("--times must be 1 or more");
        if (quiet < 0) throw new UsageProblem("--quiet must be 0 or more");
        if (only.contains("")) throw new UsageProblem("--only needs a part of a phase's name");
        if (resume && !only.isEmpty()) throw new UsageProblem("--resume is for runs of the whole contract; leave --only out");
        if (!resume && !alike.isEmpty()) throw new UsageProblem("--alike is for --resume: it says what may be taken over");
        OptionalLong levelSeed = optional(seeds.levelSeed);
        ContractReport report = session.contract(new ContractRequest(levels.contains(ALL) ? List.of() : levels, times, optional(seeds.seed), levelSeed, only, resume,
            alike, Duration.ofMinutes(quiet)));
        Json.write(report, VerdictFiles.folder(folders().project()).resolve("contract.json"));
        if (json) Json.print(report);
        else System.out.print(text(report, levelSeed.isPresent() ? "" : " Seed: " + report.seed() + "."));
        return report.kept() ? ExitCodes.OK : ExitCodes.NO;
    }

    /** @param seed with which to run the same again; empty where the report tells */
    static String text(ContractReport report, String seed) {
        Table table = new Table("", "level", "seed", "round", "phase", "outcome", "seconds", "finding");
        for (ContractPhase phase : report.phases()) {
            table.row("", phase.asItShouldBe() ? Terminal::green : Terminal::red, phase.asItShouldBe() ? "ok" : "WRONG", phase.level(), phase.seed(),
                phase.round(), phase.phase(), phase.outcome(), "%.1f".formatted(phase.seconds()), shortened(phase.detail()));
        }
        StringBuilder out = new StringBuilder("\n").append(table.render()).append('\n');
        for (ContractVariant variant : report.variants()) {
            out.append("%s, round %d: seed %d %s%n".formatted(variant.level(), variant.round(), variant.seed(), variant.values()));
        }
        long kept = report.levels().stream().filter(report::kept).count();
        out.append("%s: %d of %d. Rounds: %d. Flakes: %d.%s%n".formatted(report.whole() ? "Levels that keep the contract" : "Levels as they should be in this part",
            kept, report.levels().size(), report.times(), report.flakes().size(), seed));
        report.flakes().forEach(flake -> out.append("  flake: ").append(flake).append('\n'));
        int same = report.takenOver() - report.vouched();
        if (same > 0) out.append("Taken over from earlier runs, with nothing changed since: %d of %d levels and rounds.%n".formatted(same, report.variants().size()));
        if (report.vouched() > 0) {
            out.append("Taken over from earlier runs with another judge, which --alike vouches for: %d of %d levels and rounds.%n".formatted(report.vouched(), report.variants().size()));
        }
        if (!report.whole()) {
            out.append(Terminal.yellow("This was a part of the contract (phases with '" + String.join("' or '", report.only()) + "'), not the whole.")).append('\n');
        }
        return out.toString();
    }

    private static OptionalLong optional(Long number) { return number == null ? OptionalLong.empty() : OptionalLong.of(number); }

    private static String shortened(String detail) {
        String line = detail.lines().findFirst().orElse("");
        return line.length() <= DETAIL_WIDTH ? line : line.substring(0, DETAIL_WIDTH - 1) + "…";
    }
}

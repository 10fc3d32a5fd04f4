package oncall.cli;

import java.util.List;
import java.util.Random;
import oncall.session.ContractPhase;
import oncall.session.ContractReport;
import oncall.session.LabSession;
import oncall.session.UsageProblem;
import oncall.session.VerdictFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "contract", description = "For authors of levels: tries levels against the whole contract on the real VMs. Takes minutes per level.")
final class ContractCommand extends LabCommand {
    private static final String ALL = "all";
    private static final int DETAIL_WIDTH = 90;

    @Parameters(paramLabel = "LEVEL", arity = "1..*", description = "Ids of levels, or `all`.")
    private List<String> levels;

    @Option(names = "--times", paramLabel = "N", defaultValue = "1", description = "Rounds; what differs between rounds is a flake. Default: ${DEFAULT-VALUE}.")
    private int times;

    @Option(names = "--seed", paramLabel = "N", description = "From which the variants follow; drawn if not given.")
    private Long seed;

    @Option(names = {"-y", "--yes"}, description = "Consent in advance to what would be asked.")
    private boolean yes;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override boolean consents() { return yes; }

    @Override int run(LabSession session) {
        if (times < 1) throw new UsageProblem("--times must be 1 or more");
        long number = seed == null ? new Random().nextInt(1_000_000) : seed;
        ContractReport report = session.contract(levels.contains(ALL) ? List.of() : levels, times, number);
        Json.write(report, VerdictFiles.folder(folders().project()).resolve("contract.json"));
        if (json) Json.print(report);
        else System.out.print(text(report, number));
        return report.kept() ? ExitCodes.OK : ExitCodes.NO;
    }

    private static String text(ContractReport report, long seed) {
        Table table = new Table("", "level", "seed", "round", "phase", "outcome", "seconds", "finding");
        for (ContractPhase phase : report.phases()) {
            table.row("", phase.asItShouldBe() ? Terminal::green : Terminal::red, phase.asItShouldBe() ? "ok" : "WRONG", phase.level(), phase.seed(),
                phase.round(), phase.phase(), phase.outcome(), "%.1f".formatted(phase.seconds()), shortened(phase.detail()));
        }
        long kept = report.levels().stream().filter(report::kept).count();
        StringBuilder out = new StringBuilder("\n").append(table.render()).append('\n');
        out.append("Levels that keep the contract: %d of %d. Rounds: %d. Flakes: %d. Seed: %d.%n".formatted(kept, report.levels().size(),
            report.times(), report.flakes().size(), seed));
        report.flakes().forEach(flake -> out.append("  flake: ").append(flake).append('\n'));
        return out.toString();
    }

    private static String shortened(String detail) {
        String line = detail.lines().findFirst().orElse("");
        return line.length() <= DETAIL_WIDTH ? line : line.substring(0, DETAIL_WIDTH - 1) + "…";
    }
}

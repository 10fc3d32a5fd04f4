package oncall.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import oncall.host.LabFolders;
import oncall.level.Problem;
import oncall.level.Seed;
import oncall.session.Lint;
import oncall.session.LintReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "lint", mixinStandardHelpOptions = true, description = {"For authors of levels: names every problem in manifests, scripts and classes of checks at once, "
    + "and what is marked TODO there. Needs no VMs.", "Ends with 0 when there is none, else with 64."})
final class LintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LEVEL", arity = "0..*", description = "Ids of levels; all if none is given.")
    private List<String> levels = List.of();

    @Mixin private LevelsOption otherLevels;

    @Option(names = "--variants", description = "Also print a seed for each variant of the levels, for `up --seed` and `contract --level-seed`.")
    private boolean variants;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private record Listed(List<String> levels, List<Map<String, Object>> problems, Map<String, List<Seed>> variants) { }

    @Override public Integer call() {
        LintReport report = new Lint(LabFolders.locate(Path.of(""), System.getenv())).run(otherLevels.folders(), levels);
        if (json) Json.print(new Listed(report.levels(), report.problems().stream().map(LintCommand::fields).toList(),
            variants ? report.variants() : null));
        else System.out.print(text(report));
        return report.clean() ? ExitCodes.OK : ExitCodes.USAGE;
    }

    private static Map<String, Object> fields(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", problem.file().toAbsolutePath().toString());
        if (problem.line() > 0) fields.put("line", problem.line());
        if (!problem.field().isEmpty()) fields.put("field", problem.field());
        fields.put("problem", problem.what());
        return fields;
    }

    private String text(LintReport report) {
        StringBuilder out = new StringBuilder();
        Path here = Path.of("").toAbsolutePath();
        for (Problem problem : report.problems()) {
            Path file = problem.file().toAbsolutePath();
            out.append(problem.text(file.startsWith(here) ? here.relativize(file) : file)).append('\n');
        }
        if (variants) {
            report.variants().forEach((id, seeds) -> seeds.forEach(seed -> out.append("%s: seed %d plays %s%n".formatted(id, seed.number(), seed.values()))));
        }
        String levels = counted(report.levels().size(), "level");
        return out.append(report.clean() ? Terminal.green("No problems") + " in " + levels + ".\n"
            : "%s in %s.%n".formatted(Terminal.red(counted(report.problems().size(), "problem")), levels)).toString();
    }

    private static String counted(int number, String noun) { return number + " " + noun + (number == 1 ? "" : "s"); }
}

package oncall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import oncall.grade.TextReport;
import oncall.grade.Verdict;
import oncall.session.ErrorBudget;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "verify", description = "Judges your mend: now, and once more after a reboot. The verdict is also written to target/oncall-lab.")
final class VerifyCommand extends LabCommand {
    @Option(names = "--json", description = "Print the verdict, with what the incident cost customers, as JSON.")
    private boolean json;

    @Option(names = "--no-reboot", description = "A quick look without the reboot. It does not count as fixed.")
    private boolean noReboot;

    @Mixin private LevelsOption otherLevels;

    @Override List<Path> otherLevels() { return otherLevels.folders(); }

    @Override int run(LabSession session) {
        Verdict verdict = session.verify(!noReboot);
        Optional<ErrorBudget> cost = session.cost();
        if (json) System.out.println(VerdictText.json(verdict, cost));
        else {
            System.out.print(VerdictText.text(TextReport.forStandardOutput(), verdict, cost));
            if (noReboot && verdict.status() == Verdict.Status.FIXED) System.out.println("A quick look only: run verify without --no-reboot to see whether it survives a reboot.");
        }
        // After it was told: a full disk must not hide it.
        VerdictFiles.write(folders().project(), verdict, cost);
        if (!json) System.out.println("Also in " + VerdictFiles.folder(folders().project()));
        return ExitCodes.of(verdict.status());
    }
}

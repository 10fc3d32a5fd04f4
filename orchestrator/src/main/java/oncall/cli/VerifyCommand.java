package oncall.cli;

import java.nio.file.Path;
import java.util.List;
import oncall.grade.TextReport;
import oncall.grade.Verdict;
import oncall.session.LabSession;
import oncall.session.VerdictFiles;
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
        if (json) System.out.println(VerdictText.json(verdict, session.cost()));
        else {
            System.out.print(VerdictText.text(TextReport.forStandardOutput(), verdict, session.cost()));
            if (noReboot && verdict.status() == Verdict.Status.FIXED) System.out.println("A quick look only: run verify without --no-reboot to see whether it survives a reboot.");
            System.out.println("Also in " + VerdictFiles.folder(folders().project()));
        }
        return ExitCodes.of(verdict.status());
    }
}

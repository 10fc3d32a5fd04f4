package oncall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import oncall.grade.JunitXmlReport;
import oncall.grade.TextReport;
import oncall.grade.Verdict;
import oncall.session.ErrorBudget;

/** The last verdict as files, for CI servers and scripts. */
final class VerdictFiles {
    private VerdictFiles() { }

    /**
     * Writes verdict.txt, verdict.json and TEST-oncall-lab.xml.
     *
     * @param cost empty where the monitoring does not tell
     */
    static void write(Path project, Verdict verdict, Optional<ErrorBudget> cost) {
        try {
            Path folder = Files.createDirectories(folder(project));
            Files.writeString(folder.resolve("verdict.txt"), VerdictText.text(new TextReport(false), verdict, cost));
            Files.writeString(folder.resolve("verdict.json"), VerdictText.json(verdict, cost) + "\n");
            Files.writeString(folder.resolve("TEST-oncall-lab.xml"), new JunitXmlReport().render(verdict));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the verdict to " + folder(project), e);
        }
    }

    static Path folder(Path project) { return project.resolve("target/oncall-lab"); }
}

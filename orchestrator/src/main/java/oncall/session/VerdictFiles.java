package oncall.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import oncall.grade.JsonReport;
import oncall.grade.JunitXmlReport;
import oncall.grade.TextReport;
import oncall.grade.Verdict;

/** The last verdict as files, for CI servers and scripts. */
public final class VerdictFiles {
    private VerdictFiles() { }

    /** Writes verdict.txt, verdict.json and TEST-oncall-lab.xml. */
    static void write(Path project, Verdict verdict) {
        try {
            Path folder = Files.createDirectories(folder(project));
            Files.writeString(folder.resolve("verdict.txt"), new TextReport(false).render(verdict));
            Files.writeString(folder.resolve("verdict.json"), new JsonReport().render(verdict));
            Files.writeString(folder.resolve("TEST-oncall-lab.xml"), new JunitXmlReport().render(verdict));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path folder(Path project) { return project.resolve("target/oncall-lab"); }
}

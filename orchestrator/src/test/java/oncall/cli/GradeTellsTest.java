package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import oncall.grade.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn verify} tells of a verdict. */
class GradeTellsTest {
    private static final Verdict FIXED = new Verdict("lost-badge", 8, Verdict.Status.FIXED, List.of());

    /** Not the build's own: it must not look as if somebody's mend had passed. */
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    @TempDir private Path project;

    @Test void aVerdictThatCannotBeWrittenIsToldAllTheSame() throws IOException {
        Files.createDirectories(VerdictFiles.folder(project).resolve("verdict.txt"));
        assertThatThrownBy(() -> GradeIT.tell(new PrintStream(out), project, VerdictTextTest.VERDICT, Optional.of(VerdictTextTest.COST)))
            .isInstanceOf(GradeIT.CouldNotGrade.class).hasMessageContainingAll("COULD NOT GRADE: lost-badge (seed 7)", "12 minutes", "cannot write the verdict to");
    }

    @Test void aMendThatPassedButCannotBeWrittenDoesNotPassForAnOlderVerdict() throws IOException {
        Files.createDirectories(VerdictFiles.folder(project).resolve("verdict.txt"));
        assertThatThrownBy(() -> GradeIT.tell(new PrintStream(out), project, FIXED, Optional.empty())).isInstanceOf(GradeIT.CouldNotWrite.class).hasMessageContaining("cannot write the verdict to");
        assertThat(out.toString()).contains("FIXED: lost-badge (seed 8)");
    }

    @Test void aMendThatPassedPasses() {
        GradeIT.tell(new PrintStream(out), project, FIXED, Optional.empty());
        assertThat(out.toString()).contains("FIXED: lost-badge (seed 8)");
        assertThat(VerdictFiles.folder(project).resolve("verdict.txt")).content().contains("(seed 8)");
    }
}

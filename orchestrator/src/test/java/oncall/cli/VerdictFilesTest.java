package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import oncall.grade.TextReport;
import oncall.grade.Verdict;
import oncall.session.ErrorBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictFilesTest {
    @TempDir private Path project;

    @Test void theFilesTellWhatThePlayerReads() throws IOException {
        Optional<ErrorBudget> cost = Optional.of(VerdictTextTest.COST);
        VerdictFiles.write(project, VerdictTextTest.VERDICT, cost);
        assertThat(read("verdict.txt")).contains("COULD NOT GRADE: lost-badge (seed 7)").contains("12 minutes").isEqualTo(VerdictText.text(new TextReport(false), VerdictTextTest.VERDICT, cost));
        assertThat(Json.object(read("verdict.json")).path("cost").path("minutes").asDouble()).isEqualTo(12);
        assertThat(read("TEST-oncall-lab.xml")).contains("lost-badge");
    }

    @Test void theLastVerdictCounts() throws IOException {
        VerdictFiles.write(project, VerdictTextTest.VERDICT, Optional.empty());
        VerdictFiles.write(project, Verdict.of("lost-badge", 8, List.of()), Optional.empty());
        assertThat(read("verdict.txt")).contains("(seed 8)").doesNotContain("(seed 7)");
    }

    private String read(String name) throws IOException { return Files.readString(VerdictFiles.folder(project).resolve(name)); }
}

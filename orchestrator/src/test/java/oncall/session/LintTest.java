package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import oncall.host.LabFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
    @TempDir private Path folder;

    /** What holds for levels of others holds for our own. */
    @Test void thisRepositoryIsClean() {
        LintReport report = new Lint(LabFolders.locate(Path.of(""), Map.of("XDG_STATE_HOME", folder.toString()))).run(List.of(), List.of());
        assertThat(report.problems()).isEmpty();
        assertThat(report.levels()).isNotEmpty();
    }
}

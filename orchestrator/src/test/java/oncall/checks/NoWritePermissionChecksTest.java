package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import oncall.grade.Baseline;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder above customers' files may be closed to others, and not to the shop, nor opened to all. */
class NoWritePermissionChecksTest {

    private static final String FOLDER = "%s|shop|shop|directory|4096|/var/lib/shop\n";

    @Test
    void theFolderAboveMayBeClosedToOthers() {
        HealthyStage stage = new HealthyStage();
        stage.machine("app").on("^stat ", FOLDER.formatted("755"));
        Baseline before = stage.capture();
        stage.machine("app").on("^stat ", FOLDER.formatted("750"));
        List<Finding> findings = new Grader(Duration.ZERO).judge(
                stage.stage().lab("no-write-permission", before, URI.create("http://127.0.0.1:1")), BaselineChecks.class);
        assertThat(findings).filteredOn(finding -> finding.check().startsWith("nobody may read or write more or less"))
                .extracting(Finding::outcome).containsExactly(Outcome.PASS);
    }

    @Test
    void openedToAllOrClosedToTheShopItIsRefusedByTheLevel(@TempDir Path folder) throws Exception {
        AppNode app = new AppNode(folder);
        String open = NoWritePermissionChecks.OPEN_TO_ALL.replace("find /var/lib/shop", "find /var/lib/shop/");
        String refused = DeploymentRehearsal.REFUSED.formatted("/var/lib/shop");
        assertThat(app.run(open) + app.run(refused)).isEmpty();

        mode(folder, "rwxr-x---");
        assertThat(app.run(open) + app.run(refused)).as("closed to others").isEmpty();
        mode(folder, "rwxr-xrwx");
        assertThat(app.run(open)).as("open to all").contains("757");
        mode(folder, "rw-rw-rw-");
        assertThat(app.run(refused)).as("nobody can pass").contains("refused incoming", "refused uploads");
        mode(folder, "rwxr-xr-x");
    }

    @Test
    void whatWouldComeBackWithTheNextStartIsRefused() {
        assertThat(nextStart("")).isEqualTo(Outcome.PASS);
        assertThat(nextStart("refused incoming\n")).isEqualTo(Outcome.FAIL);
        assertThat(nextStart("open incoming\n")).isEqualTo(Outcome.FAIL);
    }

    private static Outcome nextStart(String printed) {
        HealthyStage stage = new HealthyStage();
        stage.machine("app").on("unshare -m", printed);
        List<Finding> findings = new Grader(Duration.ZERO).judge(stage.stage().lab("no-write-permission", stage.capture(),
                URI.create("http://127.0.0.1:1")), NoWritePermissionChecks.class);
        return findings.stream().filter(finding -> finding.check().equals("the next start of the node and of the back ends leaves it so"))
                .findFirst().orElseThrow().outcome();
    }

    private static void mode(Path folder, String rights) throws Exception {
        Files.setPosixFilePermissions(folder.resolve("disk"), PosixFilePermissions.fromString(rights));
    }
}

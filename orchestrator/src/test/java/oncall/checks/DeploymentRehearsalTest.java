package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal's own script, with deployments that do nothing but set rights. */
class DeploymentRehearsalTest {

    private static final String INSTALLED = "/usr/local/bin/shop-deploy";
    private static final String SOURCES = "/srv/shop/bin/deploy";
    private static final String GOOD = "echo done";
    private static final String BAD = "chmod 0555 \"$SHOP_DATA/uploads\"";

    @TempDir private Path folder;
    private AppNode app;

    @BeforeEach
    void open() throws Exception {
        app = new AppNode(folder);
    }

    @Test
    void aDeploymentThatTakesTheRightAwayIsFound() throws Exception {
        link(BAD);
        assertThat(rehearse()).isEqualTo("refused uploads");
        link(GOOD);
        assertThat(rehearse()).isEmpty();
        link("exit 3");
        assertThat(rehearse()).startsWith("failed");
    }

    @Test
    void aMendedCopyLeavesWhatTheSourcesSay() throws Exception {
        app.program(SOURCES, BAD);
        app.program(INSTALLED, GOOD);
        assertThat(rehearse()).isEqualTo("refused uploads");
    }

    @Test
    void anotherWayToDeployIsTheOnlyOneThatHasToSucceed() throws Exception {
        app.program(SOURCES, "exit 3");
        app.program(INSTALLED, GOOD);
        assertThat(rehearse()).isEmpty();
        Files.delete(app.path(SOURCES));
        assertThat(rehearse()).isEmpty();
    }

    private void link(String text) throws Exception {
        app.program(SOURCES, text);
        Files.createDirectories(app.path(INSTALLED).getParent());
        Files.deleteIfExists(app.path(INSTALLED));
        Files.createSymbolicLink(app.path(INSTALLED), app.path(SOURCES));
    }

    private String rehearse() throws Exception {
        // What the guest's PATH begins with is not this host's.
        return app.run(DeploymentRehearsal.SCRIPT.replace("/usr/local/sbin:", folder + "/stubs:"));
    }
}

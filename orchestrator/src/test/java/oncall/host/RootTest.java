package oncall.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import oncall.process.FakeTools;
import oncall.process.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootTest {
    @TempDir private Path folder;

    private Root root(String sudo, boolean isRoot, boolean terminal) {
        return new Root(new FakeTools(folder).tool("sudo", sudo).programs(folder.resolve("children")), isRoot, terminal);
    }

    private final Program install = Program.of("install.sh", "--install");

    @Test void rootNeedsNoSudo() { assertThat(root("exit 1", true, false).elevate(install).command()).containsExactly("install.sh", "--install"); }

    @Test void sudoThatAsksNothingIsUsed() {
        assertThat(root("exit 0", false, false).elevate(install).command()).containsExactly("sudo", "-n", "install.sh", "--install");
    }

    @Test void onATerminalSudoMayAsk() {
        Program elevated = root("[ \"$1\" = -V ]", false, true).elevate(install);
        assertThat(elevated.command()).containsExactly("sudo", "install.sh", "--install");
        assertThat(elevated.onTerminal()).isTrue();
    }

    @Test void withoutRightsTheRefusalNamesWhatToRun() {
        assertThatThrownBy(() -> root("exit 1", false, false).elevate(install)).isInstanceOf(HostNotFit.class)
            .hasMessageContaining("sudo install.sh --install");
    }
}

package oncall.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabFoldersTest {
    @TempDir private Path folder;

    private Path inClone() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        return Files.createDirectories(folder.resolve("vagrant-levels/disk-full"));
    }

    @Test void theCloneIsFoundFromAnyFolderInIt() throws IOException {
        assertThat(LabFolders.locate(inClone(), Map.of("HOME", "/home/a")).project()).isEqualTo(folder);
    }

    @Test void xdgFoldersCountWhenAbsolute() throws IOException {
        LabFolders folders = LabFolders.locate(inClone(), Map.of("HOME", "/home/a", "XDG_CACHE_HOME", "/big", "XDG_STATE_HOME", "relative"));
        assertThat(folders.cache()).isEqualTo(Path.of("/big/oncall-lab"));
        assertThat(folders.state()).isEqualTo(Path.of("/home/a/.local/state/oncall-lab"));
    }

    @Test void elsewhereTheMessageSaysWhereToRunIt() {
        assertThatThrownBy(() -> LabFolders.locate(folder, Map.of("HOME", "/home/a"))).isInstanceOf(HostNotFit.class).hasMessageContaining("clone");
    }
}

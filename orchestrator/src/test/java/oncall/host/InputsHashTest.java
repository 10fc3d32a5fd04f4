package oncall.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsHashTest {
    @TempDir private Path folder;
    private String before;

    @BeforeEach void twoFiles() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("box")).resolve("build.sh"), "echo built");
        Files.writeString(folder.resolve("packages"), "nginx");
        before = hash();
    }

    private String hash() { return new InputsHash().files(folder).hex(); }

    @Test void sameInputsSameHash() { assertThat(hash()).isEqualTo(before).matches("[0-9a-f]{16}"); }

    @Test void contentCounts() throws IOException {
        Files.writeString(folder.resolve("packages"), "nginy");
        assertThat(hash()).isNotEqualTo(before);
    }

    @Test void nameCounts() throws IOException {
        Files.move(folder.resolve("packages"), folder.resolve("packages.txt"));
        assertThat(hash()).isNotEqualTo(before);
    }

    @Test void modeCounts() {
        assertThat(folder.resolve("box/build.sh").toFile().setExecutable(true)).isTrue();
        assertThat(hash()).isNotEqualTo(before);
    }

    @Test void whatBuildsLeaveDoesNotCount() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("box/target")).resolve("shop.jar"), "x");
        Files.writeString(folder.resolve("packages~"), "old");
        assertThat(hash()).isEqualTo(before);
    }

    @Test void wordsDoNotRunTogether() {
        assertThat(new InputsHash().word("ab").word("c").hex()).isNotEqualTo(new InputsHash().word("a").word("bc").hex());
    }

    @Test void versionIsOneThatVagrantTakes() {
        assertThat(new Box("ffffffffffffffff").version()).isEqualTo("0.0.2147483647");
        assertThat(new Box("0000000100000000").version()).isEqualTo("0.0.0");
        assertThat(new Box("0000000200000000").volume()).isEqualTo("oncall-lab_vagrant_box_image_0.0.1_box.img");
    }
}

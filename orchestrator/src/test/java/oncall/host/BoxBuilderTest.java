package oncall.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import oncall.process.FakeTools;
import oncall.process.Programs;
import oncall.process.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxBuilderTest {
    private static final String GOOD = "mkdir -p \"$2\"; for part in box.img vmlinuz initrd; do echo $part > \"$2/$part\"; done";

    @TempDir private Path folder;
    private LabFolders folders;
    private BoxBuilder builder;
    private final Box box = new Box("0123456789abcdef");

    @BeforeEach void project() throws IOException {
        folders = new LabFolders(folder.resolve("project"), folder.resolve("cache"), folder.resolve("state"));
        Files.createDirectories(folders.provisioning().resolve("box"));
        Files.createDirectories(folders.state());
        Programs programs = new FakeTools(folder).programs(folders.children());
        builder = new BoxBuilder(folders, programs, new Root(programs, true, false), Progress.silent());
    }

    private void buildScript(String script) throws IOException {
        Path file = folders.provisioning().resolve("box/build.sh");
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test void aFinishedBuildIsABox() throws IOException {
        buildScript(GOOD);
        assertThat(builder.isBuilt(box)).isFalse();
        builder.build(box);
        assertThat(builder.isBuilt(box)).isTrue();
        assertThat(folders.boxes()).isDirectoryNotContaining(path -> path.toString().contains("partial"));
    }

    @Test void aFailedBuildShowsItsLastWordsAndLeavesNothing() throws IOException {
        buildScript("mkdir -p \"$2\"; echo half > \"$2/box.img\"; echo 'E: Unable to fetch some archives'; exit 1");
        assertThatThrownBy(() -> builder.build(box)).isInstanceOf(HostNotFit.class).hasMessageContaining("Unable to fetch some archives");
        assertThat(builder.isBuilt(box)).isFalse();
        assertThat(folders.boxes()).isEmptyDirectory();
    }

    @Test void aBuildThatEndsWellWithoutAllPartsIsNoBox() throws IOException {
        buildScript("mkdir -p \"$2\"; echo x > \"$2/box.img\"");
        assertThatThrownBy(() -> builder.build(box)).isInstanceOf(HostNotFit.class).hasMessageContaining("vmlinuz");
        assertThat(builder.isBuilt(box)).isFalse();
    }

    @Test void whatAnInterruptedBuildLeftIsNeverUsed() throws IOException {
        Path left = Files.createDirectories(folders.boxes().resolve(box.hash() + ".partial"));
        for (String part : BoxCache.PARTS) Files.writeString(left.resolve(part), "half");
        assertThat(builder.isBuilt(box)).isFalse();
        assertThat(BoxCache.complete(folders.boxes())).isEmpty();
        buildScript("[ ! -e \"$2\" ] || exit 9; " + GOOD);
        builder.build(box);
        assertThat(Files.readString(builder.folder(box).resolve("box.img"))).isEqualTo("box.img\n");
    }

    @Test void anotherVersionsBuildIsRemovedOnlyWhenAsked() throws IOException {
        buildScript(GOOD);
        Box old = new Box("fedcba9876543210");
        builder.build(old);
        builder.build(box);
        assertThat(builder.isBuilt(old)).isTrue();
        builder.removeOthers(box);
        assertThat(builder.isBuilt(old)).isFalse();
        assertThat(builder.isBuilt(box)).isTrue();
    }
}

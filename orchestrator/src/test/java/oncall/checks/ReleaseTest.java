package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build of the sources would change, with a build that copies. */
class ReleaseTest {

    @TempDir private Path machine;
    private Path source;

    @BeforeEach
    void rolledOut() throws Exception {
        source = write("srv/shop/src/main/Worker.java", "of before");
        write("srv/shop/db/V1.sql", "CREATE");
        Path build = write("srv/shop/bin/build", "#!/bin/bash\nset -e\ngrep -q . \"$1/src/main/Worker.java\"\nmkdir -p \"$2\"\n"
                + "cp -R \"$1/src/main\" \"$2/classes\"\ncp -R \"$1/db\" \"$2/db\"\n");
        assertThat(build.toFile().setExecutable(true)).isTrue();
        write("opt/shop/current/classes/Worker.java", "of before");
        write("opt/shop/current/db/V1.sql", "CREATE");
        Files.setLastModifiedTime(source, FileTime.from(Instant.ofEpochSecond(100)));
        Files.setLastModifiedTime(machine.resolve("srv/shop/db/V1.sql"), FileTime.from(Instant.ofEpochSecond(100)));
    }

    @Test
    void whatWasRolledOutIsNotBuiltAgain() throws Exception {
        Files.delete(machine.resolve("srv/shop/bin/build"));
        assertThat(different()).isEmpty();
    }

    @Test
    void sourcesThatWerePutBackLikeWhatRunsAreTheSame() throws Exception {
        touch();
        assertThat(different()).isEmpty();
    }

    @Test
    void sourcesThatGiveSomethingElseAreNamed() throws Exception {
        Files.writeString(source, "anew");
        touch();
        assertThat(different()).endsWith("srv/shop/src/main/Worker.java");
    }

    @Test
    void anotherMigrationIsSomethingElse() throws Exception {
        touch();
        write("srv/shop/db/V2.sql", "DROP");
        assertThat(different()).isNotEmpty();
    }

    @Test
    void sourcesThatCannotBeBuiltAreNamed() throws Exception {
        Files.writeString(source, "");
        touch();
        assertThat(different()).isNotEmpty();
    }

    private void touch() throws Exception {
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    }

    private Path write(String path, String text) throws Exception {
        Path file = machine.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String different() throws Exception {
        Process bash = new ProcessBuilder("bash", "-c", Release.DIFFERENT
                .replace("/srv/shop", machine + "/srv/shop").replace("/opt/shop", machine + "/opt/shop"))
                .redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }
}

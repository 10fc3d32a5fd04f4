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

    private static final String COMMIT = "git add -A && git -c user.name=Shop -c user.email=shop@shop.example "
            + "-c commit.gpgsign=false commit -qm 'Another state'";

    @TempDir private Path machine;
    private Path source;

    @BeforeEach
    void rolledOut() throws Exception {
        source = write("srv/shop/src/main/Worker.java", "of before");
        write("srv/shop/db/V1.sql", "CREATE");
        Path build = write("srv/shop/bin/build", "#!/bin/bash\nset -e\ntouch " + machine + "/built\n"
                + "grep -q . \"$1/src/main/Worker.java\"\nmkdir -p \"$2\"\n"
                + "cp -R \"$1/src/main\" \"$2/classes\"\ncp -R \"$1/db\" \"$2/db\"\n");
        assertThat(build.toFile().setExecutable(true)).isTrue();
        bash("git init -q . && " + COMMIT);
        rollOut("srv/shop", "$(git rev-parse --short HEAD)");
        age();
    }

    @Test
    void whatWasRolledOutIsNotBuiltAgain() throws Exception {
        assertThat(different()).isEmpty();
        assertThat(machine.resolve("built")).doesNotExist();
    }

    @Test
    void sourcesThatWerePutBackLikeWhatRunsAreTheSame() throws Exception {
        touch();
        assertThat(different()).isEmpty();
    }

    @Test
    void whatWasRolledOutUncommittedIsTheSameAndSoItIsOnceItIsCommitted() throws Exception {
        Files.writeString(source, "anew");
        rollOut("srv/shop", "uncommitted");
        age();
        assertThat(different()).isEmpty();
        assertThat(machine.resolve("built")).exists();
        bash(COMMIT);
        assertThat(different()).isEmpty();
    }

    @Test
    void aReleaseOfOtherSourcesIsNamedAlthoughItIsTheNewest() throws Exception {
        bash("cp -R . ../../fix && echo mended > ../../fix/src/main/Worker.java");
        rollOut("fix", "uncommitted");
        assertThat(different()).endsWith("-uncommitted");
    }

    @Test
    void anOldReleaseUnderANewNameIsNamed() throws Exception {
        Files.writeString(source, "anew");
        bash(COMMIT);
        rollOut("srv/shop", "$(git rev-parse --short HEAD)");
        age();
        assertThat(different()).isEmpty();
        bash("cd ../../opt/shop && cp -r releases/1-* releases/3-by-hand && ln -sfn releases/3-by-hand current");
        assertThat(different()).endsWith("3-by-hand");
    }

    @Test
    void aCommitThatWasNotRolledOutIsSomethingElse() throws Exception {
        Files.writeString(source, "anew");
        bash(COMMIT);
        age();
        assertThat(different()).isNotEmpty();
    }

    @Test
    void aChangeThatNobodyHasCommittedIsSomethingElseHoweverOldItLooks() throws Exception {
        Files.writeString(source, "anew");
        age();
        assertThat(different()).isNotEmpty();
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

    @Test
    void aBuildThatIsNotOverInTimeTellsNothing() throws Exception {
        write("srv/shop/bin/build", "#!/bin/bash\nsleep 60\n");
        Process look = look(Release.DIFFERENT.replaceFirst("timeout [0-9]+", "timeout 1"));
        assertThat(look.waitFor()).isNotZero();
    }

    /** As bin/deploy does, from these sources. */
    private void rollOut(String sources, String name) throws Exception {
        bash("""
                cd ../..
                mkdir -p opt/shop/releases
                release=opt/shop/releases/$(($(ls opt/shop/releases | wc -l) + 1))-$(cd srv/shop; echo %s)
                %s/bin/build %s "$release"
                ln -sfn "$PWD/$release" opt/shop/current
                rm built""".formatted(name, sources, sources));
    }

    /** All sources are older than whatever was built. */
    private void age() throws Exception {
        bash("find . -name .git -prune -o -type f -exec touch -d @100 {} +");
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
        return said(look(Release.DIFFERENT));
    }

    private Process look(String script) throws Exception {
        return new ProcessBuilder("bash", "-c", script
                .replace("/srv/shop", machine + "/srv/shop").replace("/opt/shop", machine + "/opt/shop"))
                .redirectErrorStream(true).start();
    }

    private void bash(String commands) throws Exception {
        said(new ProcessBuilder("bash", "-ec", commands).directory(machine.resolve("srv/shop").toFile())
                .redirectErrorStream(true).start());
    }

    private static String said(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

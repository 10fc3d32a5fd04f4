package oncall.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Asks the real lsof about files of this very process. */
class DeletedFileTest {

    /** A mount point of its own on every Linux. */
    private static final Path MOUNT = Path.of("/dev/shm");

    @Test
    void listsWhatHasNoNameAnyMoreAndNothingElse() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/lsof")) && Files.isWritable(MOUNT), "needs lsof and /dev/shm");
        Path named = Files.createTempFile(MOUNT, "named", "");
        Path deleted = Files.createTempFile(MOUNT, "deleted", "");
        try (FileChannel one = FileChannel.open(named, StandardOpenOption.WRITE);
                FileChannel other = FileChannel.open(deleted, StandardOpenOption.WRITE)) {
            Files.delete(deleted);

            List<String> paths = DeletedFile.parse(output(DeletedFile.COMMAND + MOUNT)).stream().map(DeletedFile::path).toList();

            assertThat(paths).contains(deleted.toString()).doesNotContain(named.toString());
        } finally {
            Files.delete(named);
        }
    }

    private static String output(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes());
    }
}

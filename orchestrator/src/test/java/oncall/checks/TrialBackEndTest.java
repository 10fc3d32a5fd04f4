package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial's own script, by this host's shell, with a back end that takes a while to start. */
class TrialBackEndTest {

    @TempDir
    Path folder;

    @Test
    void theAnswerIsAwaited() throws IOException, InterruptedException {
        executable("setpriv", "while [ \"${1#--}\" != \"$1\" ]; do shift; done; exec \"$@\"");
        executable("java", "sleep 2; echo 'instance trial serves on port 4711, started'; exec sleep 60");
        executable("curl", "echo \"${@: -1}\"");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", TrialBackEnd.SCRIPT.formatted(30, "UTC"));
        bash.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        Process run = bash.start();
        String out = new String(run.getInputStream().readAllBytes());

        assertThat(run.waitFor()).isZero();
        assertThat(out).isEqualTo("http://127.0.0.1:4711/api/users/today\n");
    }

    private void executable(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

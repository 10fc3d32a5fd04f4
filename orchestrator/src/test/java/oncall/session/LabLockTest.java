package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabLockTest {
    @TempDir private Path folder;

    /** Takes the lock in a JVM of its own, and holds it until its standard input ends. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            try (LabLock lock = LabLock.take(Path.of(arguments[0]), "up disk-full")) {
                System.out.println("taken");
                if (System.in.read() < 0) System.out.println("released");
            }
        }
    }

    @Test void whoFindsItTakenLearnsByWhom() throws Exception {
        Path file = folder.resolve("lab.lock");
        Process holder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
            System.getProperty("java.class.path"), Holder.class.getName(), file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(holder.getInputStream()))) {
            assertThat(out.readLine()).isEqualTo("taken");
            assertThat(LabLock.holder(file)).hasValueSatisfying(text -> assertThat(text).contains("up disk-full"));
            assertThatThrownBy(() -> LabLock.take(file, "verify")).isInstanceOf(LabBusy.class)
                .hasMessageContaining("pid " + holder.pid()).hasMessageContaining("up disk-full");
            holder.destroyForcibly().waitFor();
            // The system drops the lock of one who was killed.
            LabLock.take(file, "verify").close();
            assertThat(LabLock.holder(file)).isEmpty();
        } finally {
            holder.destroyForcibly();
        }
    }
}

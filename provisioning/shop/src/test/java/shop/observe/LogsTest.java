package shop.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import shop.config.BadConfiguration;
import shop.config.Settings;

class LogsTest {
    @TempDir
    Path directory;

    private Settings settings(String text) throws IOException {
        return Settings.load(List.of(Files.writeString(directory.resolve("log.properties"), text)));
    }

    @Test
    @DisplayName("the file gets a line with time and thread, and the causes of a failure; it may be truncated meanwhile")
    void file() throws IOException {
        Path file = directory.resolve("shop.log");
        Logs.configure(settings("log.file=" + file + "\nlog.level=INFO\n"));

        LoggerFactory.getLogger("shop.api.Something").error("it failed: {}", "so",
                new IllegalStateException("outer", new IOException("No space left on device")));
        LoggerFactory.getLogger("shop.api.Something").debug("not asked for");
        LoggerFactory.getLogger("org.example.Library").info("not asked for");

        assertThat(Files.readString(file)).doesNotContain("not asked for").containsPattern(
                "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ERROR \\[main] Something it failed: so\n"
                        + "java.lang.IllegalStateException: outer\n\tat shop.observe.LogsTest.file")
                .contains("Caused by: java.io.IOException: No space left on device\n");

        Files.write(file, new byte[0]);
        LoggerFactory.getLogger("shop.api.Something").info("after copytruncate");
        assertThat(Files.readString(file)).startsWith("2").endsWith("after copytruncate\n");
    }

    @Test
    @DisplayName("a log file that cannot be written is told, and the program goes on")
    void unwritable() throws IOException {
        PrintStream stderr = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true));
        try {
            Logs.configure(settings("log.file=/proc/nowhere/shop.log\n"));
        } finally {
            System.setErr(stderr);
        }
        assertThat(captured.toString()).contains("cannot write the log file /proc/nowhere/shop.log");
    }

    @Test
    @DisplayName("an unknown level is a configuration problem")
    void unknownLevel() {
        assertThatThrownBy(() -> Logs.configure(settings("log.level=LOUD"))).isInstanceOf(BadConfiguration.class)
                .hasMessageContaining("log.level").hasMessageContaining("[ERROR, WARN, INFO, DEBUG]");
    }
}

package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.api.ApiSettings;
import shop.stream.StreamSettings;

class LaunchTest {
    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @BeforeEach
    void capture() {
        System.setErr(new PrintStream(captured, true));
    }

    @AfterEach
    void release() {
        System.setErr(stderr);
    }

    @Test
    @DisplayName("without a configuration file it prints the usage and exits with 64")
    void usage() {
        assertThat(Launch.run("Api", new String[0], settings -> {})).isEqualTo(64);
        assertThat(captured.toString()).startsWith("usage: java -cp ... shop.Api FILE.properties");
    }

    @Test
    @DisplayName("a configuration that cannot be used is one line, without a stack trace, and exit code 78")
    void badConfiguration() throws IOException {
        Path file = Files.writeString(directory.resolve("shop.properties"), "http.port=none\n");

        int status = Launch.run("Api", new String[] {file.toString()}, settings -> {
            ApiSettings.from(settings);
            StreamSettings.from(settings);
            settings.verify();
        });

        assertThat(status).isEqualTo(78);
        assertThat(captured.toString().strip().lines()).hasSize(1).first().asString()
                .startsWith("shop.Api: bad configuration: ")
                .contains("http.port: \"none\"", "uploads.directory: is missing", "stream.host: is missing");
    }

    @Test
    @DisplayName("a program that cannot start exits with 1 and says why")
    void failure() throws IOException {
        Path file = Files.writeString(directory.resolve("shop.properties"), "");

        int status = Launch.run("Worker", new String[] {file.toString()}, settings -> {
            throw new IOException("Address already in use");
        });

        assertThat(status).isEqualTo(1);
        assertThat(captured.toString()).contains("shop.Worker: cannot start: java.io.IOException: Address already in use");
    }
}

package shop.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    @DisplayName("a later file overrides an earlier one, key by key")
    void overrides() throws IOException {
        Settings settings = Settings.load(List.of(
                file("shared", "http.port=8000\nlog.level=INFO\n"), file("own", "http.port = 8081 \n")));

        assertThat(settings.integer("http.port", 1, 0, 65535)).isEqualTo(8081);
        assertThat(settings.text("log.level")).isEqualTo("INFO");
        assertThat(settings.text("absent", "otherwise")).isEqualTo("otherwise");
    }

    @Test
    @DisplayName("every problem is named at once, with its file and key")
    void namesAllProblems() throws IOException {
        Path shared = file("shared.properties", "http.port=80a\nuploads.directory=var/uploads\nlog.level=LOUD\n");
        Settings settings = Settings.load(List.of(shared));
        settings.integer("http.port", 1, 0, 65535);
        settings.path("uploads.directory");
        settings.choice("log.level", Level.LOW);
        settings.text("db.postgres.url");

        assertThatThrownBy(settings::verify).isInstanceOf(BadConfiguration.class).message()
                .contains(shared + ": http.port: \"80a\" is not a whole number from 0 to 65535")
                .contains(shared + ": uploads.directory: \"var/uploads\" is not an absolute path")
                .contains(shared + ": log.level: \"LOUD\" is not one of [LOW, HIGH]")
                .contains("db.postgres.url: is missing");
    }

    @Test
    @DisplayName("a number out of range is refused where it was set last")
    void outOfRange() throws IOException {
        Path own = file("own.properties", "http.port=70000");
        Settings settings = Settings.load(List.of(file("shared.properties", "http.port=8081"), own));
        settings.integer("http.port", 1, 0, 65535);

        assertThatThrownBy(settings::verify).hasMessageContaining(own + ": http.port: \"70000\"");
    }

    @Test
    @DisplayName("a list drops blanks and empty entries")
    void list() throws IOException {
        Settings settings = Settings.load(List.of(file("shared", "origins= http://a:1 , ,http://b\nnone=")));

        assertThat(settings.list("origins")).containsExactly("http://a:1", "http://b");
        assertThat(settings.list("none")).isEmpty();
        assertThat(settings.list("absent")).isEmpty();
    }

    @Test
    @DisplayName("a missing file and a file that is no text are both named")
    void unreadable() throws IOException {
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Path absent = directory.resolve("absent");

        assertThatThrownBy(() -> Settings.load(List.of(absent, binary))).isInstanceOf(BadConfiguration.class)
                .hasMessageContaining(absent + ": no such file").hasMessageContaining(binary + ": not a properties file");
    }

    private enum Level { LOW, HIGH }
}

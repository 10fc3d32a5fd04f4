package oncall.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserProgramsTest {

    @TempDir private Path folder;

    @Test
    void findsABrowserAndItsDriverInThePath() throws IOException {
        Path browser = program("chromium");
        Path driver = program("chromedriver");

        assertThat(BrowserPrograms.on("/nowhere:" + folder)).isEqualTo(new BrowserPrograms(browser, driver));
    }

    @Test
    void saysWhatIsMissingAndHowToGetIt() throws IOException {
        assertThatThrownBy(() -> BrowserPrograms.on("")).isInstanceOf(NoBrowser.class)
                .hasMessage("Chromium is not installed; on Debian: sudo apt-get install chromium");

        program("chromium");
        assertThatThrownBy(() -> BrowserPrograms.on(folder.toString())).isInstanceOf(NoBrowser.class)
                .hasMessage("Chromium's driver is not installed; on Debian: sudo apt-get install chromium-driver");
    }

    private Path program(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}

package shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages have no build step that would find a broken reference. */
class FrontEndTest {
    private static final Path WEB = Path.of("web");

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static List<String> all(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1)).toList();
    }

    @Test
    @DisplayName("what the page refers to is there")
    void references() throws IOException {
        List<String> references = all("(?:href|src)=\"(/[^\"#]*)\"", WEB.resolve("index.html"));

        assertThat(references).contains("/styles.css", "/js/main.js")
                .allSatisfy(reference -> assertThat(WEB.resolve(reference.substring(1))).isRegularFile());
    }

    @Test
    @DisplayName("what the modules import is there, and exported")
    void imports() throws IOException {
        List<Path> modules = files(".js");
        assertThat(modules).hasSizeGreaterThan(5);
        for (Path module : modules) {
            Pattern statement = Pattern.compile("import \\{([^}]*)} from \"([^\"]*)\"");
            for (MatchResult found : statement.matcher(Files.readString(module)).results().toList()) {
                Path imported = module.resolveSibling(found.group(2)).normalize();
                assertThat(imported).as(module.toString()).isRegularFile();
                for (String name : found.group(1).split(",")) {
                    assertThat(Files.readString(imported)).as(module + " imports " + name)
                            .containsPattern("export (async )?(function|class|const) " + name.strip() + "\\b");
                }
            }
        }
    }

    @Test
    @DisplayName("every page of the navigation exists")
    void navigation() throws IOException {
        List<String> targets = all("href=\"#/([a-z]+)\"", WEB.resolve("index.html"));
        String pages = all("const pages = \\{([^}]*)}", WEB.resolve("js/main.js")).get(0);

        assertThat(targets).isNotEmpty().allSatisfy(target -> assertThat(pages).contains(target));
    }

    @Test
    @DisplayName("nothing is loaded from elsewhere: the stage has no way out")
    void noExternalResources() throws IOException {
        for (String ending : List.of(".html", ".js", ".css")) {
            for (Path file : files(ending)) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("(?:https?:)?//(?!api\\.localhost)[a-z0-9-]+\\.[a-z]");
            }
        }
    }

    @Test
    @DisplayName("the promise of 10 MB is the same in the page and in the configuration")
    void limit() throws IOException {
        assertThat(Files.readString(WEB.resolve("js/views/files.js"))).contains("10 * 1024 * 1024", "up to 10 MB");
        assertThat(Files.readString(Path.of("etc/shop.properties"))).contains("uploads.limit-bytes=10485760");
    }
}

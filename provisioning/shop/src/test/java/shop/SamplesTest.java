package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.api.ApiSettings;
import shop.config.Settings;
import shop.stream.StreamSettings;

/** Files that the compiler does not see: configuration, units, migrations. */
class SamplesTest {
    private static final Path SHARED = Path.of("etc/shop.properties");

    @ParameterizedTest
    @DisplayName("the sample configuration of an API instance is valid and names its own port and log")
    @ValueSource(strings = {"8081", "8082"})
    void api(String port) {
        Settings settings = Settings.load(List.of(SHARED, Path.of("etc/api-" + port + ".properties")));
        ApiSettings api = ApiSettings.from(settings);
        StreamSettings.from(settings);
        settings.verify();

        assertThat(api.port()).hasToString(port);
        assertThat(api.instance()).isEqualTo(port);
        assertThat(api.allowedOrigins()).containsExactly("http://shop.localhost:8080");
        assertThat(api.uploadLimitBytes()).isEqualTo(10 * 1024 * 1024);
        assertThat(settings.text("log.file")).isEqualTo("/var/log/shop/api-" + port + ".log");
    }

    @ParameterizedTest
    @DisplayName("migrations are numbered without gaps")
    @ValueSource(strings = {"postgres", "mysql"})
    void migrations(String database) throws IOException {
        Pattern name = Pattern.compile("V(\\d+)__[a-z_]+\\.sql");
        List<Integer> versions;
        try (Stream<Path> files = Files.list(Path.of("db", database))) {
            versions = files.map(file -> name.matcher(file.getFileName().toString()))
                    .map(match -> match.matches() ? Integer.valueOf(match.group(1)) : null).sorted().toList();
        }
        assertThat(versions).isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @DisplayName("a unit runs a main class that exists, with configuration that exists, as the user shop")
    @ValueSource(strings = {"shop-api@.service", "shop-worker.service", "shop-migrate.service", "shop-shoppers.service"})
    void units(String unit) throws Exception {
        String text = Files.readString(Path.of("systemd", unit));
        assertThat(text).contains("User=shop\n");
        var start = Pattern.compile("ExecStart=/usr/bin/java .* (shop\\.\\w+) (.*)").matcher(text);
        assertThat(start.find()).isTrue();
        assertThat(Class.forName(start.group(1)).getMethod("main", String[].class)).isNotNull();
        for (String file : start.group(2).split(" ")) {
            assertThat(Path.of("etc", Path.of(file.replace("%i", "8081")).getFileName().toString())).isRegularFile();
        }
        var environment = Pattern.compile("EnvironmentFile=/etc/shop/(.*)").matcher(text);
        assertThat(environment.find()).isTrue();
        assertThat(Files.readString(Path.of("etc", environment.group(1)))).contains("JAVA_OPTS=-Xmx");
    }
}

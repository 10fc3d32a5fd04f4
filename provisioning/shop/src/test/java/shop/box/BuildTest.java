package shop.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("the sources compile without Maven, for Java 17, and the result has all that the units use")
    void builds() throws Exception {
        Path release = directory.resolve("release");

        Shell.Result result = Shell.run("bin/build", ".", release, "target/lib");

        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(release.resolve("bin/await-http")).isExecutable();
        assertThat(release.resolve("db/postgres/V1__users.sql")).isRegularFile();
        assertThat(release.resolve("classes/META-INF/services/ch.qos.logback.classic.spi.Configurator")).isRegularFile();
        try (DataInputStream api = new DataInputStream(Files.newInputStream(release.resolve("classes/shop/Api.class")))) {
            api.readInt();
            api.readUnsignedShort();
            assertThat(api.readUnsignedShort()).as("class file version of Java 17").isEqualTo(61);
        }
    }

    @Test
    @DisplayName("a source that does not compile is told by file and line")
    void compileError() throws Exception {
        Path source = Files.createDirectories(directory.resolve("sources/src/main/java/shop")).resolve("Broken.java");
        Files.writeString(source, "package shop;\nclass Broken { int x = ; }\n");

        Shell.Result result = Shell.run("bin/build", directory.resolve("sources"), directory.resolve("release"), "target/lib");

        assertThat(result.exit()).isNotZero();
        assertThat(result.output()).contains("Broken.java:2: error:");
    }

    @Test
    @DisplayName("without sources, libraries or arguments it says what is missing")
    void wrongUse() throws Exception {
        assertThat(Shell.run("bin/build").exit()).isEqualTo(64);
        assertThat(Shell.run("bin/build", directory, directory.resolve("release"), "target/lib").output())
                .contains("holds no sources of the shop");
        assertThat(Shell.run("bin/build", ".", directory.resolve("release"), directory).output())
                .contains("no libraries (*.jar) in " + directory);
    }

    @Test
    @DisplayName("every script is valid bash and explains itself")
    void scripts() throws Exception {
        try (Stream<Path> scripts = Stream.of("bin", "box", "history").flatMap(BuildTest::scriptsIn)) {
            assertThat(scripts).hasSizeGreaterThan(8).allSatisfy(script -> {
                assertThat(Shell.run("bash", "-n", script).exit()).as(script.toString()).isZero();
                assertThat(Files.readAllLines(script).get(1)).as(script.toString()).startsWith("# ");
            });
        }
        for (String script : new String[] {"bin/build", "bin/deploy", "bin/await-http", "bin/package.sh", "history/make-repository.sh"}) {
            assertThat(Shell.run(script, "--help").exit()).as(script).isZero();
        }
        assertThat(Shell.run("bin/deploy", "--nonsense").exit()).isEqualTo(64);
    }

    private static Stream<Path> scriptsIn(String directory) {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.filter(Files::isExecutable).filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

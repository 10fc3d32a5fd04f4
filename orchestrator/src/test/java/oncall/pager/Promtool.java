package oncall.pager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import oncall.process.OnPath;

/** Prometheus' own tool, where this host has it. */
final class Promtool {
    static final String MISSING = "promtool is not installed (Debian: prometheus, or promtool from trixie on), so nobody tried the expressions";

    private Promtool() {}

    static boolean isThere() {
        return OnPath.has("promtool");
    }

    /** Asserts that it has nothing against the files. */
    static void run(String verb, String noun, List<Path> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("promtool", verb, noun));
        arguments.forEach(argument -> command.add(argument.toString()));
        Path output = Files.createTempFile("promtool", ".txt");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertThat(ended && process.exitValue() == 0).as("%s:%n%s", String.join(" ", command), Files.readString(output)).isTrue();
        } finally {
            Files.delete(output);
        }
    }
}

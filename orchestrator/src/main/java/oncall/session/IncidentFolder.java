package oncall.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import oncall.level.Level;

/** The player's own files about one incident, under {@code incidents/} of the clone. */
final class IncidentFolder {
    private static final String TEMPLATE = "/oncall/session/incident-report.md";

    private IncidentFolder() { }

    /** Makes the report from the template. An existing one is never overwritten: a second incident of a day gets "-2". */
    static Path open(Path project, Level level, long seed) {
        String base = LocalDate.now() + "-" + level.id();
        for (int number = 1; ; number++) {
            Path report = project.resolve("incidents").resolve(number == 1 ? base : base + "-" + number).resolve("report.md");
            try {
                Files.createDirectories(report.getParent());
                Files.writeString(report, text(level, seed), StandardOpenOption.CREATE_NEW);
                return report;
            } catch (FileAlreadyExistsException taken) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the incident report " + report, e);
            }
        }
    }

    private static String text(Level level, long seed) throws IOException {
        try (InputStream in = IncidentFolder.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) throw new IllegalStateException("no resource " + TEMPLATE);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{title}", level.title()).replace("{level}", level.id())
                .replace("{seed}", Long.toString(seed)).replace("{severity}", level.severity().toString())
                .replace("{opened}", DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(LocalDateTime.now()));
        }
    }
}

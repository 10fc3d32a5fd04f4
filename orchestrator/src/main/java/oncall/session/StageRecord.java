package oncall.session;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import oncall.host.Box;
import oncall.host.InputsHash;
import oncall.host.LabFolders;
import oncall.vm.StageSettings;

/**
 * The stage that has a healthy snapshot. There only while it has one.
 *
 * @param inputs hash over all that makes the stage what it is; another one means another stage
 */
record StageRecord(String inputs, String box, String driver, Instant healthySince) {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static String inputs(LabFolders folders, Box box, String driver) {
        return new InputsHash().word(box.hash()).word(driver).files(folders.provisioning().resolve("roles")).files(folders.stage()).hex();
    }

    static StageSettings settings(LabFolders folders, Box box, String driver) {
        return new StageSettings(folders.privateKey(), box.version(), box.boot(), driver);
    }

    static Path baselineFile(LabFolders folders) { return folders.state().resolve("baseline.json"); }

    static Path settingsFile(LabFolders folders) { return folders.state().resolve("stage.env"); }

    static Optional<StageRecord> read(LabFolders folders) {
        try {
            return Optional.of(JSON.readValue(file(folders).toFile(), StageRecord.class));
        } catch (IOException noneOrUnreadable) {
            return Optional.empty();
        }
    }

    void write(LabFolders folders) {
        try {
            Path next = folders.state().resolve("stage.json.next");
            JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), this);
            Files.move(next, file(folders), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(LabFolders folders) {
        try {
            Files.deleteIfExists(file(folders));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(LabFolders folders) { return folders.state().resolve("stage.json"); }
}

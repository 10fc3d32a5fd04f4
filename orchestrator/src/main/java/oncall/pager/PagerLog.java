package oncall.pager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The pager's memory, one JSON object per line, in the folder of the incident. Several programs may use it at the same time. */
final class PagerLog {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    PagerLog(Path file) { this.file = file; }

    List<PagerEvent> events() { return add(events -> List.of(), true); }

    /**
     * Adds what follows from what is there, while nobody else does.
     *
     * @return what was added
     */
    List<PagerEvent> add(Function<List<PagerEvent>, List<PagerEvent>> next) { return add(next, false); }

    private List<PagerEvent> add(Function<List<PagerEvent>, List<PagerEvent>> next, boolean all) {
        // The lock on the file keeps other programs away, but is refused to a second thread of this one.
        synchronized (PagerLog.class) {
            return addAlone(next, all);
        }
    }

    private List<PagerEvent> addAlone(Function<List<PagerEvent>, List<PagerEvent>> next, boolean all) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                 FileLock held = channel.lock()) {
                // The stream is not closed: the channel with its lock would be closed along.
                String text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
                List<PagerEvent> events = read(text);
                List<PagerEvent> added = next.apply(events);
                // After a line that was cut short the next one must still begin at the start of a line.
                StringBuilder lines = new StringBuilder(added.isEmpty() || text.isEmpty() || text.endsWith("\n") ? "" : "\n");
                for (PagerEvent event : added) lines.append(JSON.writeValueAsString(event)).append('\n');
                ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
                channel.position(channel.size());
                while (bytes.hasRemaining()) channel.write(bytes);
                return all ? events : added;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the pager's log " + file, e);
        }
    }

    private static List<PagerEvent> read(String text) {
        List<PagerEvent> events = new ArrayList<>();
        for (String line : text.split("\n")) {
            try {
                if (!line.isBlank()) events.add(JSON.readValue(line, PagerEvent.class));
            } catch (JsonProcessingException cutShort) {
                // Its writer was killed, and the next one sees the same alert again.
            }
        }
        return events;
    }
}

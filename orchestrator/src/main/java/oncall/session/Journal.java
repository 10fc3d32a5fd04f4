package oncall.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Every change of the lab's state, one JSON object per line, on disk before the change is made. An orchestrator that
 * was killed is thereby known to the next one. Only the holder of the {@link LabLock} writes.
 */
final class Journal {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    public Journal(Path file) { this.file = file; }

    /** All entries, oldest first. A line that was cut short by a crash is no entry. */
    public List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        if (!Files.exists(file)) return entries;
        try {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                try {
                    if (!line.isBlank()) entries.add(JSON.readValue(line, JournalEntry.class));
                } catch (JsonProcessingException cutShort) {
                    // What the line was about was not begun: it is written before.
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal " + file, e);
        }
    }

    /** The newest entry; ABSENT where there is none. */
    public JournalEntry last() {
        List<JournalEntry> entries = entries();
        return entries.isEmpty() ? JournalEntry.NONE : entries.get(entries.size() - 1);
    }

    void record(LabState state) { record(state, null, null, null); }

    void record(LabState state, String level, Long seed, String detail) { record(state, level, seed, detail, null); }

    /** Returns once it is on disk. */
    void record(LabState state, String level, Long seed, String detail, Path from) {
        try {
            Files.createDirectories(file.getParent());
            String line = JSON.writeValueAsString(new JournalEntry(Instant.now(), ProcessHandle.current().pid(), state, level, seed, detail,
                from == null ? null : from.toString()));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.position(channel.size());
                // After a line that was cut short this one must still begin at the start of a line.
                String separator = endsInMidLine(channel) ? "\n" : "";
                ByteBuffer bytes = ByteBuffer.wrap((separator + line + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal " + file, e);
        }
    }

    private static boolean endsInMidLine(FileChannel channel) throws IOException {
        if (channel.size() == 0) return false;
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.array()[0] != '\n';
    }
}

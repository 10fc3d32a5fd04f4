package oncall.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The levels and rounds that were tried to their end, one JSON object per line, so that a long run can go on another day. */
final class ContractRecords {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    ContractRecords(Path file) { this.file = file; }

    void add(ContractRecord made) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(made) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * What is known of this variant with any of these inputs, the first of them if several. Where it was tried more than once and once failed, the
     * failure is what is known: trying again until it passes would hide a flake.
     */
    Optional<ContractRecord> find(ContractVariant variant, List<String> inputs) {
        return all().stream().filter(made -> made.isOf(variant) && inputs.contains(made.inputs()))
            .min(Comparator.comparing(ContractRecord::kept).thenComparing(made -> inputs.indexOf(made.inputs())));
    }

    /** The seed of the newest run. */
    OptionalLong latestSeed() {
        List<ContractRecord> all = all();
        return all.isEmpty() ? OptionalLong.empty() : OptionalLong.of(all.get(all.size() - 1).requestSeed());
    }

    private List<ContractRecord> all() {
        List<ContractRecord> records = new ArrayList<>();
        if (!Files.exists(file)) return records;
        try {
            for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
                try {
                    if (!line.isBlank()) records.add(JSON.readValue(line, ContractRecord.class));
                } catch (JsonProcessingException cutShort) {
                    // By a crash, or from another version: it is simply tried again.
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}

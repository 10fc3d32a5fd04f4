package oncall.level;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value of a YAML file which remembers its line; Jackson's own tree forgets it.
 *
 * @param text of a scalar, as written; else null
 * @param items of a sequence; else null
 * @param fields of a mapping; else null
 */
record YamlNode(int line, String text, List<YamlNode> items, Map<String, YamlNode> fields) {

    private static final YAMLFactory YAML =
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Reads a file; where that fails, notes why and returns nothing. */
    static Optional<YamlNode> read(Path file, Problems problems) {
        try (JsonParser parser = YAML.createParser(Files.readString(file))) {
            if (parser.nextToken() == null) {
                problems.add(file, "is empty");
                return Optional.empty();
            }
            return Optional.of(value(parser));
        } catch (NoSuchFileException missing) {
            problems.add(file, "is missing");
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
            problems.add(file, line, "(syntax)", words(malformed));
        } catch (IOException unreadable) {
            problems.add(file, "cannot be read: " + unreadable.getMessage());
        }
        return Optional.empty();
    }

    /** What kind of value this is, for messages. */
    String kind() {
        return fields != null ? "a mapping" : items != null ? "a list" : text != null ? "'" + text + "'" : "nothing";
    }

    /** Without the quoted source and the positions, of which there may be several. */
    private static String words(JsonProcessingException malformed) {
        return malformed.getOriginalMessage().lines().filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining("; "));
    }

    private static YamlNode value(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, YamlNode> fields = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    int nameLine = parser.currentTokenLocation().getLineNr();
                    parser.nextToken();
                    fields.put(name, value(parser).at(nameLine));
                }
                yield new YamlNode(line, null, null, fields);
            }
            case START_ARRAY -> {
                List<YamlNode> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new YamlNode(line, null, items, null);
            }
            case VALUE_NULL -> new YamlNode(line, null, null, null);
            default -> new YamlNode(line, parser.getText(), null, null);
        };
    }

    /** A field's line is that of its name: a block of text begins a line later. */
    private YamlNode at(int line) {
        return new YamlNode(line, text, items, fields);
    }
}

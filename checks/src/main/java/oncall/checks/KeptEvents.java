package oncall.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import oncall.grade.Lab;

/**
 * Where an event is kept for somebody to look at: anywhere on the event server, under whatever name and in whatever
 * form, only not among the orders themselves, where nobody would ever look for it among those that are done.
 *
 * @param type the kind of value, as the server names it
 * @param item what within the value holds the event: a stream's entry, a hash's field, a list's or a set's member;
 *             empty for the value as a whole
 */
record KeptEvents(String key, String type, String item) {

    private static final String COMMAND = """
            valkey-cli --scan | while IFS= read -r key; do
                [ "$key" != orders ] || continue
                type=$(valkey-cli TYPE "$key" < /dev/null)
                case $type in
                    stream) set -- XRANGE "$key" - + COUNT 10000 ;;
                    list) set -- LRANGE "$key" 0 9999 ;;
                    hash) set -- HGETALL "$key" ;;
                    set) set -- SMEMBERS "$key" ;;
                    zset) set -- ZRANGE "$key" 0 -1 ;;
                    string) set -- GET "$key" ;;
                    *) continue ;;
                esac
                printf '%s %s\\n' "$type" "$key"
                valkey-cli --json "$@" < /dev/null
            done
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<KeptEvents> find(Lab lab, OrderEvent event) {
        return parse(lab.on("ops").output(COMMAND), event);
    }

    /** @param printed for each value a line with its type and key, and one with itself as JSON */
    static List<KeptEvents> parse(String printed, OrderEvent event) {
        List<KeptEvents> kept = new ArrayList<>();
        List<String> lines = printed.lines().toList();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String[] head = lines.get(i).split(" ", 2);
            JsonNode value = node(lines.get(i + 1));
            if (event.isWithin(text(value))) {
                kept.addAll(within(head[1], head[0], value, event));
            }
        }
        return kept;
    }

    private static List<KeptEvents> within(String key, String type, JsonNode value, OrderEvent event) {
        List<KeptEvents> kept = new ArrayList<>();
        if (type.equals("hash")) {
            for (Iterator<Map.Entry<String, JsonNode>> fields = value.fields(); fields.hasNext();) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (event.isWithin(text(field.getValue()))) {
                    kept.add(new KeptEvents(key, type, field.getKey()));
                }
            }
        } else if (value.isArray()) {
            value.forEach(item -> {
                if (event.isWithin(text(item))) {
                    kept.add(new KeptEvents(key, type, type.equals("stream") ? item.path(0).asText() : item.asText()));
                }
            });
        }
        // Spread over several fields of a hash, or over several members of a list.
        return kept.isEmpty() ? List.of(new KeptEvents(key, type, "")) : kept;
    }

    /** Takes it away from there again. */
    void remove(Lab lab) {
        lab.on("ops").output("valkey-cli " + removal());
    }

    String removal() {
        String place = quoted(key);
        if (item.isEmpty()) {
            return "DEL " + place;
        }
        return switch (type) {
            case "stream" -> "XDEL " + place + " " + quoted(item);
            case "hash" -> "HDEL " + place + " " + quoted(item);
            case "list" -> "LREM " + place + " 0 " + quoted(item);
            case "zset" -> "ZREM " + place + " " + quoted(item);
            default -> "SREM " + place + " " + quoted(item);
        };
    }

    /** For the shell. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** All that it holds, as it was before somebody made JSON of it: there a line's end is written with a letter. */
    private static String text(JsonNode node) {
        StringJoiner text = new StringJoiner("\n");
        node.fieldNames().forEachRemaining(text::add);
        node.forEach(part -> text.add(text(part)));
        return node.isContainerNode() ? text.toString() : node.asText();
    }

    private static JsonNode node(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException refusal) {
            return JSON.createArrayNode();
        }
    }
}

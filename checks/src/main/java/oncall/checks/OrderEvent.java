package oncall.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An event of the stream of orders.
 *
 * @param fields in the order in which they are sent; names and values need no quoting
 */
record OrderEvent(Map<String, String> fields) {

    /** As the shop itself sends it for an order. */
    static OrderEvent of(long order, int user) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", "order-created");
        fields.put("orderId", Long.toString(order));
        fields.put("userId", Integer.toString(user));
        return new OrderEvent(fields);
    }

    /** As arguments of a command that adds it to a stream. */
    String arguments() {
        return fields.entrySet().stream().map(field -> field.getKey() + " " + field.getValue()).collect(Collectors.joining(" "));
    }

    /** Whether a text holds all that was sent, in whatever form; a number within a longer one is another number. */
    boolean isWithin(String text) {
        return fields.values().stream()
                .allMatch(value -> Pattern.compile("(?<![\\w-])" + Pattern.quote(value) + "(?![\\w-])").matcher(text).find());
    }
}

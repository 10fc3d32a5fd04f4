package oncall.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import oncall.grade.Lab;

/**
 * An event of the stream of orders which tells of no order that there could be. Its reference occurs nowhere else.
 *
 * @param fields in the order in which they are sent; names and values need no quoting
 */
record UnusableEvent(String reference, Map<String, String> fields) {

    /** The one that the level's fault sent, as the variant has it. */
    static UnusableEvent ofTheFault(Lab lab) {
        String sender = lab.seed().get("sender");
        return of(lab.seed().get("number"), sender, sender + "-20260300417");
    }

    /** Another one, as unusable in the same way. */
    static UnusableEvent another(Lab lab) {
        String sender = lab.seed().get("sender");
        return of(lab.seed().get("number"), sender, sender + "-" + (1_000_000_000L + lab.random().nextInt(1_000_000_000)));
    }

    /** @param number what stands where the shop expects an order's: nothing, something with letters, or too many digits */
    static UnusableEvent of(String number, String sender, String reference) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", "order-created");
        switch (number) {
            case "missing" -> { }
            case "letters" -> fields.put("orderId", "LQ" + reference);
            case "digits" -> fields.put("orderId", "90000000000000" + reference.replaceAll("\\D", ""));
            default -> throw new IllegalArgumentException("no such number: " + number);
        }
        fields.put("userId", "0");
        fields.put("sender", sender);
        fields.put("reference", reference);
        return new UnusableEvent(reference, fields);
    }

    /** As arguments of a command that adds it to a stream. */
    String arguments() {
        return fields.entrySet().stream().map(field -> field.getKey() + " " + field.getValue()).collect(Collectors.joining(" "));
    }

    /** Whether a text holds all that was sent, in whatever form. */
    boolean isWithin(String text) {
        return fields.values().stream().allMatch(text::contains);
    }
}

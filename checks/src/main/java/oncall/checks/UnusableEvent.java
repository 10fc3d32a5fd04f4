package oncall.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import oncall.grade.Lab;

/** Events of the stream of orders which tell of no order that there could be. The reference of each occurs nowhere else. */
final class UnusableEvent {

    private UnusableEvent() {}

    /** The one that the level's fault sent, as the variant has it. */
    static OrderEvent ofTheFault(Lab lab) {
        String sender = lab.seed().get("sender");
        return of(lab.seed().get("number"), sender, sender + "-20260300417");
    }

    /** Another one, as unusable in the same way. */
    static OrderEvent another(Lab lab) {
        String sender = lab.seed().get("sender");
        return of(lab.seed().get("number"), sender, sender + "-" + (1_000_000_000L + lab.random().nextInt(1_000_000_000)));
    }

    /** @param number what stands where the shop expects an order's: nothing, something with letters, or too many digits */
    static OrderEvent of(String number, String sender, String reference) {
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
        return new OrderEvent(fields);
    }
}

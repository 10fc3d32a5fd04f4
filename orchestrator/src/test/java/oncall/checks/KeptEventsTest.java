package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeptEventsTest {

    private final OrderEvent event = UnusableEvent.of("letters", "kiosk", "kiosk-4711");

    @Test
    void anEntryOfAnotherStreamIsFound() {
        assertThat(found("stream orders-dead-letter", """
                [["5-0",["orderId","12"]],["6-0",["type","order-created","orderId","LQkiosk-4711","userId","0","sender","kiosk","reference","kiosk-4711","why","no number"]]]"""))
                .isEqualTo("XDEL 'orders-dead-letter' '6-0'");
    }

    @Test
    void aTextInAListOrASetOrAFieldIsFound() {
        String text = "{\\\"type\\\":\\\"order-created\\\",\\\"orderId\\\":\\\"LQkiosk-4711\\\",\\\"userId\\\":0,"
                + "\\\"sender\\\":\\\"kiosk\\\",\\\"reference\\\":\\\"kiosk-4711\\\"}";
        String plain = text.replace("\\\"", "\"");

        assertThat(found("list aside", "[\"other\",\"" + text + "\"]")).isEqualTo("LREM 'aside' 0 '" + plain + "'");
        assertThat(found("set aside", "[\"" + text + "\"]")).isEqualTo("SREM 'aside' '" + plain + "'");
        assertThat(found("zset aside", "[\"" + text + "\"]")).isEqualTo("ZREM 'aside' '" + plain + "'");
        assertThat(found("hash aside", "{\"6-0\":\"" + text + "\",\"7-0\":\"\"}")).isEqualTo("HDEL 'aside' '6-0'");
        assertThat(found("string it's aside", "\"" + text + "\"")).isEqualTo("DEL 'it'\\''s aside'");
    }

    @Test
    void aHashThatHasItsFieldsIsFoundAsAWhole() {
        assertThat(found("hash dead:1", "{\"type\":\"order-created\",\"orderId\":\"LQkiosk-4711\",\"userId\":\"0\","
                + "\"sender\":\"kiosk\",\"reference\":\"kiosk-4711\"}")).isEqualTo("DEL 'dead:1'");
    }

    @Test
    void whatWasPastedLineByLineIsFound() {
        assertThat(found("string aside", "\"type\\norder-created\\norderId\\nLQkiosk-4711\\nuserId\\n0\\nsender\\nkiosk\\nreference\\nkiosk-4711\\n\""))
                .isEqualTo("DEL 'aside'");
    }

    @Test
    void aPartOfItIsNotEnough() {
        assertThat(KeptEvents.parse("stream aside\n[[\"6-0\",[\"reference\",\"kiosk-4711\"]]]\n", event)).isEmpty();
        assertThat(KeptEvents.parse("stream aside\n[]\nstring note\nnull\nlist x\nerror:\"WRONGTYPE\"\n", event)).isEmpty();
        assertThat(KeptEvents.parse("", event)).isEmpty();
        assertThat(KeptEvents.parse("stream aside\n[[\"6-0\",[\"type\",\"order-created\",\"orderId\",\"LQkiosk-4711\"]]]\n", event))
                .as("reference and sender are part of the number, and each id has a zero").isEmpty();
        assertThat(KeptEvents.parse("list notes\n[\"invalid order-created LQkiosk-4711 kiosk-4711 of user 10\"]\n", event)).isEmpty();
    }

    @Test
    void eachVariantIsUnusableInItsWay() {
        assertThat(UnusableEvent.of("missing", "kiosk", "kiosk-4711").fields()).doesNotContainKey("orderId");
        assertThatThrownBy(() -> Long.parseLong(event.fields().get("orderId"))).isInstanceOf(NumberFormatException.class);
        String digits = UnusableEvent.of("digits", "partner-desk", "partner-desk-1000000000").fields().get("orderId");
        assertThat(digits).containsOnlyDigits();
        assertThatThrownBy(() -> Long.parseLong(digits)).isInstanceOf(NumberFormatException.class);
        assertThat(event.arguments())
                .isEqualTo("type order-created orderId LQkiosk-4711 userId 0 sender kiosk reference kiosk-4711");
    }

    private String found(String head, String json) {
        var kept = KeptEvents.parse("string other\n\"x\"\n" + head + "\n" + json.strip() + "\n", event);
        assertThat(kept).hasSize(1);
        return kept.get(0).removal();
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;
import oncall.health.UnitStatus;
import org.awaitility.core.ConditionTimeoutException;

/** An order placed as a customer would; closing takes it back out of the shop. */
final class CustomerOrder implements AutoCloseable {

    private static final String PATH = "/api/orders";
    private static final String WORKER = "shop-worker.service";
    /** The shop has users with the ids 1 to this from the start. */
    private static final int KNOWN_USERS = 20_000;
    /** Where somebody fulfils orders, one takes a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Where nobody seems to, a hidden helper gets this long. */
    private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(2);

    private final Lab lab;
    /** Tells it from another order of its number, where somebody else than the shop's own database took it. */
    private final int user;
    private final HttpReading answer;

    private CustomerOrder(Lab lab, int user, HttpReading answer) {
        this.lab = lab;
        this.user = user;
        this.answer = answer;
    }

    /** Fails where a customer cannot order, or nobody does what was ordered. */
    static void assertOneIsFulfilled(Lab lab) {
        try (CustomerOrder order = place(lab)) {
            order.assertTaken();
            order.assertFulfilled();
        }
    }

    static CustomerOrder place(Lab lab) {
        HttpReading listing = lab.http().get(HttpProbe.API, "/api/products");
        JsonNode products = listing.json().path("products");
        if (products.isEmpty()) {
            return new CustomerOrder(lab, 0, listing);
        }
        String sku = products.get(lab.random().nextInt(products.size())).path("sku").asText();
        int user = 1 + lab.random().nextInt(KNOWN_USERS);
        return new CustomerOrder(lab, user, lab.http().send(HttpRequestSpec.postJson(HttpProbe.API, PATH,
                "{\"userId\":%d,\"items\":[{\"sku\":\"%s\",\"quantity\":1}]}"
                        .formatted(user, sku))));
    }

    void assertTaken() {
        assertThat(answer.status())
                .withFailMessage("A customer cannot place an order: %s", answer.summary())
                .isEqualTo(201);
    }

    void assertFulfilled() {
        boolean somebodyWorks = UnitStatus.parse(lab.on("app").output(UnitStatus.COMMAND + WORKER)).get(0).running();
        try {
            Looks.every(Duration.ofMillis(300), somebodyWorks ? PATIENCE : LITTLE_PATIENCE).until(() -> status().equals("FULFILLED"));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("The shop took a customer's order, but it does not get fulfilled: it stays "
                    + status());
        }
    }

    private String status() {
        return lab.http().get(HttpProbe.API, PATH + "/" + id()).json().path("status").asText("unknown");
    }

    /** Fails where the shop's own database has not got it, whoever took it instead. */
    void assertInTheBooks() {
        SqlReading found = SqlProbe.postgres(lab.on("postgres"), "shop").query(
                "SELECT count(*) FROM orders WHERE id = %d AND user_id = %d".formatted(id(), user));
        assertThat(found.ok()).withFailMessage("The shop's database cannot be asked for an order: %s", found.error()).isTrue();
        assertThat(found.single())
                .withFailMessage("A customer's order was taken, but the shop's own books know nothing of it")
                .isEqualTo("1");
    }

    /** Its number; 0 if it was not taken. */
    long id() {
        return answer.json().path("id").asLong();
    }

    int user() {
        return user;
    }

    /** Also where the check was interrupted: nobody ordered it. */
    @Override
    public void close() {
        if (answer.status() == 201) {
            Uninterrupted.run(this::takeBack);
        }
    }

    private void takeBack() {
        SqlProbe.postgres(lab.on("postgres"), "shop").query("""
                BEGIN;
                DELETE FROM fulfilments WHERE order_id IN (SELECT id FROM orders WHERE id = %1$d AND user_id = %2$d);
                DELETE FROM order_items WHERE order_id IN (SELECT id FROM orders WHERE id = %1$d AND user_id = %2$d);
                DELETE FROM orders WHERE id = %1$d AND user_id = %2$d;
                COMMIT;""".formatted(id(), user));
        // Nobody shall be told to fulfil it later. An event which is being worked on is left to its worker.
        lab.on("ops").run("""
                event=$(valkey-cli --raw XREVRANGE orders + - COUNT 1000 |
                    awk '/^[0-9]+-[0-9]+$/ { event = $0 } wanted && $0 == "%d" { print event } { wanted = $0 == "orderId" }')
                [ -z "$event" ] || [ -n "$(valkey-cli --raw XPENDING orders fulfilment "$event" "$event" 1)" ] ||
                    %s
                """.formatted(id(), OrderStream.removal("$event")));
    }
}

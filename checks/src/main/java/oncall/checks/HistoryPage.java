package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;

/**
 * One page of the order history, as the shop answers a customer. The orders with the ids up to {@link #LAST_OLD} were
 * loaded into the box, each later than the one before, so that everybody knows which follow which.
 *
 * @param asked the query, such as {@code page=7&size=12}
 * @param size how many orders were asked for; another number each time, so that no copy of an earlier answer serves
 */
record HistoryPage(String asked, int size, HttpReading answer) {

    /** See provisioning/shop/box/postgres.sql; what customers order on the stage comes after it. */
    static final int LAST_OLD = 220_000;

    /** As many on one page as the API's description allows. */
    static final int MOST_PER_PAGE = 100;

    /** See provisioning/shop/web/js/views/orders.js. */
    private static final int SIZE_IN_THE_SHOP = 10;
    private static final int WALKED_BY_THE_SHOP = 1000;

    private static final int SMALLEST = 6;
    private static final int LARGEST = 14;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** The page that begins about so many orders back. */
    static HistoryPage skipping(Lab lab, int orders) {
        return skipping(lab, orders, size(lab));
    }

    static HistoryPage skipping(Lab lab, int orders, int size) {
        return ask(lab, "page=" + (1 + orders / size), size);
    }

    /** Where the shop's own page, which goes back page by page, begins to ask for the orders before the last one shown. */
    static HistoryPage lastOfTheShop(Lab lab) {
        return skipping(lab, WALKED_BY_THE_SHOP - SIZE_IN_THE_SHOP, SIZE_IN_THE_SHOP);
    }

    /** What the API promises to whoever wants to go back further than pages do. */
    static HistoryPage before(Lab lab, long order) {
        return ask(lab, "before=" + order, size(lab));
    }

    private static int size(Lab lab) {
        return SMALLEST + lab.random().nextInt(LARGEST - SMALLEST + 1);
    }

    private static HistoryPage ask(Lab lab, String query, int size) {
        String asked = query + "&size=" + size;
        return new HistoryPage(asked, size,
                lab.http().send(HttpRequestSpec.get(HttpProbe.API, "/api/orders?" + asked).within(PATIENCE)));
    }

    boolean listed() {
        return answer.status() == 200;
    }

    /** Whether it was turned down in a way which tells a program, and the person behind it, what to do instead. */
    boolean clearlyRefused() {
        return answer.status() >= 400 && answer.status() < 500 && !answer.json().path("error").asText().isBlank();
    }

    List<Long> orders() {
        List<Long> ids = new ArrayList<>();
        answer.json().path("orders").forEach(order -> ids.add(order.path("id").asLong()));
        return ids;
    }

    void assertListed() {
        assertThat(answer.status())
                .withFailMessage("Customers who open the order history (%s) get %s", asked, answer.summary())
                .isEqualTo(200);
        assertThat(orders())
                .withFailMessage("The order history (%s) lists %d orders instead of %d", asked, orders().size(), size)
                .hasSize(size);
    }

    /** Fails unless it tells how many orders there are; by that the shop's own page knows whether any are older. */
    void assertTotal() {
        assertThat(answer.json().path("total").isNumber() && answer.json().path("total").asLong() > WALKED_BY_THE_SHOP)
                .withFailMessage("The order history (%s) does not tell how many orders there are, so that customers cannot go on "
                        + "to older ones: its total is %s", asked, answer.json().path("total"))
                .isTrue();
    }

    /** Fails unless it lists exactly the orders from this one back. */
    void assertBackFrom(long order) {
        List<Long> expected = LongStream.range(0, size).map(i -> order - i).boxed().toList();
        assertThat(orders())
                .withFailMessage("The order history (%s) should list the orders %d to %d, but lists %s",
                        asked, order, order - size + 1, orders())
                .isEqualTo(expected);
    }
}

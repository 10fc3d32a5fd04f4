package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The order history is light work for the database, at its beginning and as far back as one may go, and every order can
 * be reached. Judged by the blocks which the server touched for the shop's statements: a few for what an index or a
 * seek finds, thousands for a sort of all orders or for skipping them one by one. Where pages end is the player's
 * business, as long as the shop's own page gets those that it asks for, as long as whoever asks for a later one is told,
 * and as long as the API's other way back leads on.
 */
@LabChecks
// One after the other: what one check makes the database do would be counted by the others.
@Execution(ExecutionMode.SAME_THREAD)
final class DeepPaginationChecks {

    /** Blocks for one request. A limit of a thousand orders costs 20; all orders are 2,000, in an index 900. */
    private static final long LIGHT = 200;

    /** Orders to skip, about. The second distance's large pages have numbers below 1,000, where many would end them. */
    private static final int[] FAR = {40_000, 90_000, 200_000};

    @Test
    @Symptom
    @DisplayName("the order history's first pages are light work for the database")
    void firstPages(Lab lab) {
        DatabaseWork before = DatabaseWork.ofShop(lab);
        List<HistoryPage> pages = List.of(
                HistoryPage.skipping(lab, 0), HistoryPage.skipping(lab, 10 + lab.random().nextInt(40)));
        pages.forEach(HistoryPage::assertListed);
        assertLight("The first pages of the order history are", lab, before, pages);
        pages.forEach(HistoryPage::assertTotal);
        HistoryPage last = HistoryPage.lastOfTheShop(lab);
        last.assertListed();
        last.assertTotal();
    }

    @Test
    @Symptom
    @DisplayName("nobody who asks for a far page keeps the database busy")
    void farPages(Lab lab) {
        assertFarPagesLight(lab, skipped -> HistoryPage.skipping(lab, skipped));
        // A limit of the pages' number only is no limit of what they skip.
        assertFarPagesLight(lab, skipped -> HistoryPage.skipping(lab, skipped, HistoryPage.MOST_PER_PAGE));
    }

    @Test
    @Symptom
    @DisplayName("whoever goes back order by order reaches the oldest ones, at the cost of a first page")
    void wayBack(Lab lab) {
        DatabaseWork before = DatabaseWork.ofShop(lab);
        List<HistoryPage> pages = IntStream.of(150_000, 20_000).mapToObj(around -> {
            long order = around - 10_000 + lab.random().nextInt(20_000);
            HistoryPage page = HistoryPage.before(lab, order);
            page.assertListed();
            page.assertBackFrom(order - 1);
            return page;
        }).toList();
        assertLight("Going back from an older order (before=, see the API) is", lab, before, pages);
    }

    @Test
    @Steady
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("the next roll-out keeps what works now")
    void keptByTheNextRollOut(Lab lab) {
        Release.assertBuiltFromTheSources(lab);
    }

    private static void assertFarPagesLight(Lab lab, IntFunction<HistoryPage> ask) {
        DatabaseWork before = DatabaseWork.ofShop(lab);
        List<HistoryPage> pages = new ArrayList<>();
        for (int around : FAR) {
            int skipped = around - 5_000 + lab.random().nextInt(10_000);
            HistoryPage page = ask.apply(skipped);
            assertThat(page.listed() || page.clearlyRefused())
                    .withFailMessage("Whoever asks for a far page of the order history (%s) neither gets it nor is told why "
                            + "not: %s", page.asked(), page.answer().summary())
                    .isTrue();
            if (page.listed()) {
                assertThat(page.orders().stream().mapToLong(Long::longValue).max().orElse(0))
                        .withFailMessage("The order history (%s) lists other orders than those", page.asked())
                        // Customers of the stage have ordered meanwhile.
                        .isBetween((long) HistoryPage.LAST_OLD - skipped, HistoryPage.LAST_OLD - skipped + 5_000L);
            }
            pages.add(page);
        }
        assertLight("Far pages of the order history are", lab, before, pages);
    }

    private static void assertLight(String what, Lab lab, DatabaseWork before, List<HistoryPage> pages) {
        int listed = (int) pages.stream().filter(HistoryPage::listed).count();
        DatabaseWork done = DatabaseWork.ofShop(lab).since(before, listed);
        // What was refused is no work; where all of it was, what is counted is the stage's own customers' work.
        assertThat(done.amount() / (listed == 0 ? pages.size() : listed))
                .withFailMessage("%s far too much work: for %d requests (%s) the database went through %,d blocks", what,
                        pages.size(), String.join(", ", pages.stream().map(HistoryPage::asked).toList()), done.amount())
                .isLessThanOrEqualTo(LIGHT);
    }
}

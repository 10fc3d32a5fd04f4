package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import oncall.grade.Lab;
import oncall.grade.TableBaseline;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;

/**
 * The orders since the stage was healthy, all of them and those of one firm whose people signed up and ordered once
 * each while the incident was under way. The firm's show what nobody could tell of strangers' orders: that one was
 * lost, or exists twice.
 *
 * @param waiting pending, those of strangers for more than a minute
 * @param onPaper said to be fulfilled, without a record that somebody did
 * @param atOnce records of fulfilment which were made in one go; the worker makes one after the other
 * @param people of the firm who have an account; none before there was an outage
 * @param lost people of the firm who have no order any more
 * @param doubled people of the firm who have more than one
 * @param undone orders of the firm which are neither pending nor fulfilled
 */
record OutageOrders(long waiting, long onPaper, long atOnce, long people, long lost, long doubled, long undone) {

    /** So many people of a firm order while an incident is staged; the faults say who. */
    private static final int ORDERED = 12;

    private static final String SQL = """
            WITH people AS (
                SELECT u.id, count(o.id) AS orders, count(o.id) FILTER (WHERE o.status NOT IN ('PENDING', 'FULFILLED')) AS undone
                FROM users u LEFT JOIN orders o ON o.user_id = u.id WHERE u.email LIKE '%%@%2$s.example' GROUP BY u.id),
            late AS (
                SELECT o.user_id, o.status, o.created_at, f.fulfilled_at FROM orders o LEFT JOIN fulfilments f ON f.order_id = o.id
                WHERE o.id > %1$d)
            SELECT (SELECT count(*) FROM late WHERE status = 'PENDING'
                        AND (created_at < now() - interval '60 seconds' OR user_id IN (SELECT id FROM people))),
                (SELECT count(*) FROM late WHERE status = 'FULFILLED' AND fulfilled_at IS NULL),
                (SELECT count(fulfilled_at) - count(DISTINCT fulfilled_at) FROM late),
                (SELECT count(*) FROM people),
                (SELECT count(*) FROM people WHERE orders = 0),
                (SELECT count(*) FROM people WHERE orders > 1),
                (SELECT coalesce(sum(undone), 0) FROM people)""";

    /** @param firm its name, as in its people's e-mail addresses */
    private static OutageOrders of(Lab lab, String firm) {
        TableBaseline before = lab.baseline().tables().get("orders");
        SqlReading counted = SqlProbe.postgres(lab.on("postgres"), "shop")
                .query(SQL.formatted(before == null ? 0 : before.maxKey(), firm));
        assertThat(counted.ok()).withFailMessage("The orders cannot be counted: %s", counted.error()).isTrue();
        return parse(counted.rows().get(0));
    }

    static OutageOrders parse(List<String> row) {
        List<Long> numbers = row.stream().map(Long::valueOf).toList();
        return new OutageOrders(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5),
                numbers.get(6));
    }

    /** Fails for an order of the outage which was not fulfilled exactly once by whoever does that in this shop. */
    static void assertEachFulfilledOnce(Lab lab, String firm) {
        assertNoProblem(of(lab, firm), lab.faulty() ? ORDERED : 0);
    }

    /** The same of strangers' orders, where no firm ordered during the outage. */
    static void assertNoneLeftBehind(Lab lab) {
        assertNoProblem(of(lab, ""), 0);
    }

    private static void assertNoProblem(OutageOrders orders, int ordered) {
        orders.problem(ordered).ifPresent(problem -> {
            throw new AssertionError(problem);
        });
    }

    /**
     * What a customer or the print floor would complain of; empty if nothing.
     *
     * @param ordered people of the firm who ordered, once each
     */
    Optional<String> problem(int ordered) {
        long gone = lost + undone + Math.max(0, ordered - people);
        if (gone > 0) {
            return Optional.of("%d of the orders that came in during the outage are gone or called off".formatted(gone));
        }
        if (doubled > 0) {
            return Optional.of("%d customers who ordered once during the outage have more than one order now".formatted(doubled));
        }
        if (waiting > 0) {
            return Optional.of("%d customers who ordered during the outage still wait".formatted(waiting));
        }
        if (onPaper > 0) {
            return Optional.of("%d orders are said to be fulfilled, but there is no record that anybody did".formatted(onPaper));
        }
        if (atOnce > 0) {
            return Optional.of("%d orders were all recorded as fulfilled at the same moment, which nobody who packs them can do"
                    .formatted(atOnce + 1));
        }
        return Optional.empty();
    }
}

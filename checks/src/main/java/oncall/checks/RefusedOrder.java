package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import oncall.grade.Lab;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;
import org.awaitility.core.ConditionTimeoutException;

/**
 * An order that the shop's database makes pending again, and then breaks off the first attempt to fulfil. Nobody else's
 * order is touched. Where nobody tries, all is as it was after half a minute, whatever becomes of the judge.
 */
final class RefusedOrder implements AutoCloseable {

    /** Less than the database holds the order for, if nobody tries. */
    private static final Duration LOCKED = Duration.ofSeconds(25);
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String NOBODY = "nobody tries";

    private static final String HOLD = """
            BEGIN;
            UPDATE orders SET status = 'PENDING' WHERE id = %1$d;
            DELETE FROM fulfilments WHERE order_id = %1$d;
            DO $hold$
            BEGIN
                FOR look IN 1..150 LOOP
                    PERFORM pg_cancel_backend(pid) FROM pg_locks
                        WHERE NOT granted AND locktype = 'transactionid' AND transactionid = pg_current_xact_id()::xid;
                    IF FOUND THEN RETURN; END IF;
                    PERFORM pg_sleep(0.2);
                END LOOP;
                RAISE EXCEPTION '%2$s';
            END $hold$;
            COMMIT;""";
    private static final String FREE = "SELECT id FROM orders WHERE id = %d FOR UPDATE SKIP LOCKED";

    private final CompletableFuture<SqlReading> held;

    private RefusedOrder(CompletableFuture<SqlReading> held) {
        this.held = held;
    }

    /** Returns when whoever tries to fulfil the order will have to wait. */
    static RefusedOrder hold(Lab lab, long order) {
        return hold(lab, order, LOCKED);
    }

    static RefusedOrder hold(Lab lab, long order, Duration patience) {
        SqlProbe database = SqlProbe.postgres(lab.on("postgres"), "shop");
        CompletableFuture<SqlReading> held = CompletableFuture.supplyAsync(() -> database.query(HOLD.formatted(order, NOBODY), LIMIT));
        RefusedOrder refused = new RefusedOrder(held);
        try {
            Looks.every(Duration.ofMillis(200), patience).until(() -> held.isDone() || database.query(FREE.formatted(order)).rows().isEmpty());
        } catch (ConditionTimeoutException late) {
            // A database that is as slow as that is no fault of whoever fulfils orders.
            refused.close();
            throw new IllegalStateException("the database did not hold the order within " + patience.toSeconds() + " s", late);
        }
        return refused;
    }

    /** Returns when the attempt was broken off. */
    void assertTried() {
        SqlReading reading = read();
        assertThat(reading.error()).withFailMessage("nobody works on it, although it was told of").doesNotContain(NOBODY);
        assertThat(reading.ok()).withFailMessage("the database cannot be asked: %s", reading.error()).isTrue();
    }

    private SqlReading read() {
        try {
            return held.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    @Override
    public void close() {
        read();
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every event that tells of an order is worked on, once; the one that cannot be is kept for somebody to look at. Setting
 * it aside by hand is accepted. Where the shop's programs were changed they are tried with another one of its kind,
 * which must neither stop anything nor get lost, and with a good one that fails once, which must not be set aside. What is
 * sent for that is taken back out.
 */
@LabChecks
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
final class PoisonMessageChecks {

    private static final String WORKER = "shop-worker.service";

    /**
     * Prints whether the programs that run are those from before the incident: the oldest release is, unless so many came
     * after it that it is gone. It was made just before the archive of the libraries' classes; what is newer in it was put
     * there past the roll-out.
     */
    static final String CHANGED = """
            cd /opt/shop/releases
            before=$(find . -mindepth 1 -maxdepth 1 -type d | sort | head -1)
            [ ! "$before" -nt ../lib.jsa ] && [ -z "$(find "$before/classes/shop" -newer ../lib.jsa -print -quit)" ] \\
                && diff -rq "$before/classes/shop" ../current/classes/shop > /dev/null \\
                && echo same || echo changed
            """;

    @Test
    @Symptom
    @DisplayName("an order that a customer places is fulfilled")
    void newOrders(Lab lab) {
        CustomerOrder.assertOneIsFulfilled(lab);
    }

    @Test
    @DisplayName("the orders of the outage are fulfilled, each of them once")
    void backlog(Lab lab) {
        OutageOrders.assertEachFulfilledOnce(lab, lab.seed().get("firm"));
    }

    @Test
    @DisplayName("nothing that came in is left undone")
    void workedOff(Lab lab) {
        OrderStream.assertWorkedOff(lab);
    }

    @Test
    @DisplayName("what nobody can work on is kept for those who have to look into it")
    void kept(Lab lab) {
        Assumptions.assumeTrue(lab.faulty(), "nothing was sent yet that nobody can work on");
        assertThat(KeptEvents.find(lab, UnusableEvent.ofTheFault(lab)))
                .withFailMessage("Not everything that was sent to the shop has led to an order, and what has not cannot be found "
                        + "on the event server in the form in which it came, apart from what is done or still to do")
                .isNotEmpty();
    }

    @Test
    @DisplayName("what fulfils orders runs under the service manager, as the shop's own user")
    void supervised(Lab lab) {
        ShopServices.assertSupervised(lab, WORKER);
    }

    @Test
    @Steady
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @DisplayName("the next one of that kind stops nobody, and is kept as well")
    void nextOne(Lab lab) {
        assumeChanged(lab);
        Release.assertBuiltFromTheSources(lab);
        OrderEvent event = UnusableEvent.another(lab);
        try (WorkerTrial trial = WorkerTrial.send(lab, event); CustomerOrder order = CustomerOrder.place(lab)) {
            order.assertTaken();
            trial.assertFulfilled(order);
            trial.assertSetAside();
        } catch (AssertionError stopped) {
            throw new AssertionError("The shop's programs were changed, and then another one came of what had stopped them: "
                    + stopped.getMessage(), stopped);
        }
    }

    /** What will work when it is tried again is no dead letter. */
    @Test
    @Steady
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @DisplayName("an order that the database refuses once is fulfilled all the same")
    void refusedOnce(Lab lab) {
        assumeChanged(lab);
        try (CustomerOrder order = CustomerOrder.place(lab)) {
            order.assertTaken();
            order.assertFulfilled();
            try (RefusedOrder refused = RefusedOrder.hold(lab, order.id());
                    WorkerTrial trial = WorkerTrial.send(lab, OrderEvent.of(order.id(), order.user()))) {
                refused.assertTried();
                trial.assertFulfilled(order);
            }
        } catch (AssertionError lost) {
            throw new AssertionError("The shop's programs were changed, and then the database broke off once while they worked on an "
                    + "order, as it does when it is restarted: " + lost.getMessage(), lost);
        }
    }

    private static void assumeChanged(Lab lab) {
        Assumptions.assumeTrue(lab.on("app").output(CHANGED).equals("changed"),
                "the programs are as they were before the incident: it is over, until somebody sends something of that kind again");
        ShopServices.assertSupervised(lab, WORKER);
    }
}

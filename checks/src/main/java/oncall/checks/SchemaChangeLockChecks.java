package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Customers get at their orders, nobody keeps the table to themselves, and nothing is going to.
 *
 * <p>Whether the change of the table is put off, made safe or done is the player's business. What is still set to run is
 * therefore not judged by its text: it is run once, and whoever then keeps others from the orders is refused. What
 * starts by itself at boot is seen by the verdict's reboot.
 */
@LabChecks
final class SchemaChangeLockChecks {

    /** The shop has orders with the ids 1 to this from the start. */
    private static final int KNOWN_ORDERS = 220_000;
    private static final int PAGE = 10;
    private static final int LOOKS = 5;

    @Test
    @Symptom
    @DisplayName("customers can place orders, and these are fulfilled")
    void newOrders(Lab lab) {
        CustomerOrder.assertOneIsFulfilled(lab);
    }

    @Test
    @DisplayName("customers can look at earlier orders")
    void earlierOrders(Lab lab) {
        HttpReading history = lab.http().get(HttpProbe.API, "/api/orders?page=1&size=" + PAGE);
        assertThat(history.json().path("orders").size())
                .withFailMessage("The order history is not listed: %s", history.summary())
                .isEqualTo(PAGE);
        long id = 1 + lab.random().nextInt(KNOWN_ORDERS);
        HttpReading order = lab.http().get(HttpProbe.API, "/api/orders/" + id);
        assertThat(order.status())
                .withFailMessage("Somebody who looks for their order %d, which is older than the incident, gets %s",
                        id, order.summary())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("nobody is kept from the orders by somebody else")
    void nobodyWaits(Lab lab) {
        TableLocks locks = TableLocks.watch(lab, "orders", LOOKS);
        assertThat(locks.lasting())
                .withFailMessage("For as long as somebody looked, the same sessions kept or wanted the table of orders (%s)",
                        locks.summary())
                .isEmpty();
    }

    @Test
    @Steady
    @DisplayName("it does not begin again")
    void staysSo(Lab lab) {
        ReleaseJob job = new ReleaseJob(lab);
        if (!job.isPlanned()) {
            return;
        }
        TableLocks locks = job.tryOut();
        assertThat(locks.inTheWay())
                .withFailMessage("What kept everybody from the orders is still going to run: when it did just now, it "
                        + "happened again (%s)", locks.summary())
                .isFalse();
    }
}

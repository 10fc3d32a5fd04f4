package oncall.checks;

import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Orders are fulfilled again, those of the outage included, by the one whose work that is: not by hand in the
 * database, and not by something that somebody started and nobody watches. That it starts at boot is seen from the
 * verdict's reboot.
 */
@LabChecks
final class StoppedServiceChecks {

    private static final String WORKER = "shop-worker.service";

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
    @DisplayName("what fulfils orders runs under the service manager, as the shop's own user")
    void supervised(Lab lab) {
        ShopServices.assertSupervised(lab, WORKER);
    }
}

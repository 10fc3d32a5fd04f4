package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Orders go through from the customer to the print floor, and everything that this takes on the app node
 * runs as a service of the machine. That it does so again after a reboot is not looked up here: the verdict
 * is taken a second time after one. Whatever brings the services up at boot is therefore accepted (their own
 * links, a target, another unit, even cron), as long as the service manager runs them.
 */
@LabChecks
final class NoAutostartChecks {

    private static final String[] UNITS = {"shop-api@8081.service", "shop-api@8082.service", "shop-worker.service"};

    @Test
    @Symptom
    @DisplayName("an order that a customer places is fulfilled")
    void orderIsFulfilled(Lab lab) {
        CustomerOrder.assertOneIsFulfilled(lab);
    }

    @Test
    @DisplayName("customers can look at the shop's pages")
    void pages(Lab lab) {
        for (String path : List.of("/api/orders?page=1&size=10", "/api/users/today", "/api/products")) {
            HttpReading page = lab.http().get(HttpProbe.API, path);
            assertThat(page.status())
                    .withFailMessage("Customers who open %s get %s", path, page.summary())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("both back ends serve customers")
    void bothInstances(Lab lab) {
        BackEnds.assertAllServe(lab);
    }

    @Test
    @DisplayName("the shop's programs run under the service manager, as the shop's own user")
    void supervised(Lab lab) {
        ShopServices.assertSupervised(lab, UNITS);
    }
}

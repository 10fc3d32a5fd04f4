package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each incident has a check of its own, so that one that was forgotten is named. */
class SeverityTriageChecksTest {

    private static final String ORDERS = "an order that a customer places is taken and fulfilled";
    /** The shop in memory finds by one field only, and takes whatever is sent. */
    private static final Set<String> LEFT_OUT =
            Set.of("searching invoices finds what is there", "a file of 200 MB is turned away at the edge");

    private final HealthyStage stage = new HealthyStage();
    private final FakeShop shop = new FakeShop();

    @BeforeEach
    void well() {
        FakeShop.answerFor(stage);
        waiting(0);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void waiting(int orders) {
        stage.machine("postgres").on("WITH people", orders + "\u001f0\u001f0\u001f0\u001f0\u001f0\u001f0\n");
    }

    private List<String> failed() {
        return new Grader(Duration.ZERO).judge(stage.stage().lab("severity-triage", stage.capture(), shop.edge()), SeverityTriageChecks.class)
                .stream().filter(finding -> finding.outcome() != Outcome.PASS && !LEFT_OUT.contains(finding.check()))
                .map(finding -> finding.outcome() + " " + finding.check()).toList();
    }

    @Test
    void aShopThatIsWellPasses() {
        assertThat(failed()).isEmpty();
    }

    @Test
    void ordersThatAreRefusedOrNotFulfilledFail() {
        shop.breaking("POST /api/orders", "403 no");
        assertThat(failed()).containsExactly("FAIL " + ORDERS);

        shop.mend();
        shop.breaking("GET /api/orders/555", "200 {\"id\":555,\"status\":\"PENDING\"}");
        stage.machine("app").on("systemctl show", HealthyStage.unit("shop-worker.service", "inactive", "disabled"));
        assertThat(failed()).containsExactly("FAIL " + ORDERS);
    }

    @Test
    void whatTheOutageLeftBehindFails() {
        waiting(3);
        assertThat(failed()).containsExactly("FAIL no order of the outage is left behind");
    }

    @Test
    void theOthersAreNotForgotten() {
        shop.breaking("POST /api/uploads", "413 too large").servedBy("");
        assertThat(failed()).containsExactlyInAnyOrder(
                "FAIL customers can send files of up to 10 MB", "FAIL the badge is shown, by either back end");
    }
}

package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageChecksTest {

    private final HealthyStage stage = new HealthyStage();
    private FakeShop shop;

    @BeforeEach
    void open() {
        shop = new FakeShop();
        FakeShop.answerFor(stage);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aHealthyShopPasses() {
        assertThat(judge()).hasSize(10).allSatisfy(finding ->
                assertThat(finding.outcome()).as(finding.check() + ": " + finding.message()).isEqualTo(Outcome.PASS));
    }

    @Test
    void leavesNothingBehind() {
        judge();

        assertThat(shop.files).isEmpty();
        assertThat(shop.users).hasSize(1);
        assertThat(stage.machine("postgres").asked())
                .anyMatch(sql -> sql.contains("DELETE FROM users WHERE email = '" + shop.users.keySet().iterator().next()))
                .anyMatch(sql -> sql.contains("DELETE FROM orders WHERE id = 555"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /                         | 404 gone                       | The shop's front page gives HTTP 404
            GET /api/users/today          | 200 {"users":[]}               | Somebody who has just signed up is missing among today's users
            POST /api/users               | 503 {}                         | Nobody can sign up: HTTP 503
            GET /api/orders?page          | 200 {"orders":[1]}             | The order history's first page lists 1 orders instead of 10
            GET /api/invoices             | 200 {"count":0,"invoices":[]}  | Searching invoices by sequence number misses an invoice that exists
            POST /api/orders              | 500 {}                         | A customer cannot place an order: HTTP 500
            GET /api/badge                | 200 {"text":" "}               | The badge is there, but nothing is written on it
            POST /api/uploads             | 413 {}                         | A customer's file of 50 KB was refused: HTTP 413
            GET /api/uploads/             | 200 something else             | A file that was just sent comes back changed
            DELETE /api/uploads/          | 500 {}                         | A file that its customer has deleted can still be fetched
            GET /-/healthy                | 500 {}                         | Prometheus gives HTTP 500
            """)
    void whatBreaksFailsOneCheck(String words, String answer, String message) {
        shop.breaking(words, answer);
        List<Finding> findings = judge();

        assertThat(findings).filteredOn(finding -> finding.outcome() == Outcome.FAIL)
                .extracting(Finding::message).contains(message);
        assertThat(findings).extracting(Finding::outcome).doesNotContain(Outcome.UNKNOWN);
    }

    @Test
    void aBackEndThatGetsNoRequestsFails() {
        stage.machine("proxy").on("show stat", FakeShop.BALANCED.replace("app2,UP,L7OK", "app2,DOWN,L7STS"));
        assertThat(message("the balancer sends requests to both back ends"))
                .isEqualTo("The balancer should send requests to both back ends, but they are: [app1 UP, app2 DOWN]");

        stage.machine("proxy").on("show stat", "ERROR: no socket");
        assertThat(message("the balancer sends requests to both back ends")).endsWith("but they are: unknown to it");
    }

    @Test
    void whatABrowserIsNotAllowedToSendFails() {
        shop.letting((instance, origin) -> "");
        assertThat(message("a customer's browser may send an order"))
                .isEqualTo("A browser asks before it sends a customer's order, and does not send it (HTTP 403)");
    }

    @Test
    void nobodyThereFailsWithoutAnAccident() {
        shop.close();

        assertThat(judge()).extracting(Finding::outcome).contains(Outcome.FAIL).doesNotContain(Outcome.UNKNOWN);
    }

    private String message(String check) {
        return judge().stream().filter(finding -> finding.check().equals(check)).findFirst().orElseThrow().message();
    }

    private List<Finding> judge() {
        return new Grader(Duration.ZERO).judge(
                stage.stage().lab("disk-full", stage.capture(), shop.edge()), StageChecks.class);
    }
}

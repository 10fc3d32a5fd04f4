package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is concluded from holding a back end for a while, and that it is always let go. */
class LoadBalancerHealthCheckChecksTest {

    private static final String HANGS = "customers do not notice for long when one back end hangs";
    private static final String BOTH = "both back ends serve customers";
    private static final String PAGES = "customers can use the shop";

    private final HealthyStage stage = new HealthyStage();
    private final FakeShop shop = new FakeShop();
    private final AtomicBoolean held = new AtomicBoolean();

    @BeforeEach
    void holdable() {
        stage.machine("proxy").on("show stat", command -> held.get()
                ? FakeShop.BALANCED.replace("app1,UP,L7OK", "app1,DOWN,L7TOUT") : FakeShop.BALANCED);
        stage.machine("app").on("kill -STOP", command -> {
            held.set(true);
            return "41 42\n";
        }).on("^kill -CONT", command -> {
            held.set(false);
            return "";
        });
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aBalancerThatNoticesPasses() {
        assertThat(failed()).isEmpty();
        assertThat(stage.machine("app").asked()).anyMatch(command -> command.matches("(?s).*shop-api@808[12][.]service.*kill -STOP.*"))
                .contains("kill -CONT 41; kill -- -42 2> /dev/null || true");
        assertThat(held).isFalse();
    }

    @Test
    void aBalancerThatSendsCustomersToABackEndThatHangsFails() {
        stage.machine("app").on("kill -STOP", command -> {
            held.set(true);
            shop.breaking("GET /api/badge", "504 too late");
            return "41 42\n";
        }).on("^kill -CONT", command -> {
            held.set(false);
            shop.mend();
            return "";
        });

        assertThat(failed()).containsExactly(HANGS);
        assertThat(held).isFalse();
    }

    @Test
    void whereNobodyIsServedNoBackEndIsHeld() {
        shop.breaking("GET /api", "503 no server");
        stage.machine("proxy").on("show stat", "");
        shop.servedBy("");

        assertThat(failed()).containsExactlyInAnyOrder(PAGES, BOTH, HANGS);
        assertThat(stage.machine("app").asked()).noneMatch(command -> command.contains("kill -STOP"));
    }

    @Test
    void oneOfTwoIsNotEnough() {
        shop.servedBy("8082");

        assertThat(failed()).containsExactlyInAnyOrder(BOTH, HANGS);
    }

    private List<String> failed() {
        List<Finding> findings = new Grader(Duration.ZERO).judge(
                stage.stage().lab("load-balancer-health-check", stage.capture(), shop.edge()), LoadBalancerHealthCheckChecks.class);
        assertThat(findings).extracting(Finding::outcome).doesNotContain(Outcome.UNKNOWN);
        return findings.stream().filter(finding -> finding.outcome() == Outcome.FAIL).map(Finding::check).toList();
    }
}

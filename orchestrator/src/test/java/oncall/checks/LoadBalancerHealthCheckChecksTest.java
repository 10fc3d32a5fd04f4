package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Lab;
import oncall.grade.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is concluded from holding a back end for a while, and that it is always let go. */
class LoadBalancerHealthCheckChecksTest {

    private static final String FIRST_HANGS = "customers do not notice for long when the back end 8081 hangs";
    private static final String SECOND_HANGS = "customers do not notice for long when the back end 8082 hangs";
    private static final String BOTH = "both back ends serve customers";
    private static final String HEALTH = "the balancer takes no error for a sign of health";
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
        assertThat(stage.machine("app").asked())
                .anyMatch(command -> command.matches("(?s).*shop-api@8081[.]service.*kill -STOP.*"))
                .anyMatch(command -> command.matches("(?s).*shop-api@8082[.]service.*kill -STOP.*"))
                .contains("kill -CONT 41; kill -- -42 2> /dev/null || true");
        assertThat(held).isFalse();
    }

    @Test
    void eachOfTheTwoHasToBeLookedAfter() {
        customersSufferFrom("8081", "503 no server");
        assertThat(failed()).containsExactly(FIRST_HANGS);
        assertThat(held).isFalse();

        customersSufferFrom("8082", "504 too late");
        assertThat(failed()).containsExactly(SECOND_HANGS);
        assertThat(held).isFalse();
    }

    @Test
    void whatIsSaidIsTrueWhereNobodyIsServed() {
        customersSufferFrom("8081", "503 no server");

        assertThat(judge()).filteredOn(finding -> finding.check().equals(FIRST_HANGS)).singleElement().extracting(Finding::message)
                .asString().contains("HTTP 503").doesNotContain("sent there");
    }

    @Test
    void aBackEndIsHeldForLongEnoughAndEachCheckHasItsTime() throws NoSuchMethodException {
        Duration customers = LoadBalancerHealthCheckChecks.PATIENCE.multipliedBy(LoadBalancerHealthCheckChecks.CUSTOMERS);
        assertThat(HeldBackEnd.NOTICED).as("a look every 10 s, given up after 5 s, three times").isGreaterThan(Duration.ofSeconds(45));
        assertThat(HeldBackEnd.LONGEST).isGreaterThan(HeldBackEnd.NOTICED.plus(customers));
        for (String check : List.of("oneHangs", "otherHangs")) {
            Timeout limit = LoadBalancerHealthCheckChecks.class.getDeclaredMethod(check, Lab.class).getAnnotation(Timeout.class);
            assertThat(Duration.of(limit.value(), limit.unit().toChronoUnit()))
                    .isGreaterThan(HeldBackEnd.NOTICED.plus(customers).plus(HeldBackEnd.BACK));
        }
        assertThat(failed()).isEmpty();
        assertThat(stage.machine("app").asked()).anyMatch(command -> command.contains("sleep " + HeldBackEnd.LONGEST.toSeconds() + ";"));
    }

    @Test
    void aBalancerThatSendsCustomersToABackEndThatHangsFails() {
        customersSufferFrom("808", "504 too late");

        assertThat(failed()).containsExactlyInAnyOrder(FIRST_HANGS, SECOND_HANGS);
        assertThat(held).isFalse();
    }

    @Test
    void whereNobodyIsServedNoBackEndIsHeld() {
        shop.breaking("GET /api", "503 no server");
        stage.machine("proxy").on("show stat", "");
        shop.servedBy("");

        assertThat(failed()).containsExactlyInAnyOrder(PAGES, BOTH, FIRST_HANGS, SECOND_HANGS);
        assertThat(stage.machine("app").asked()).noneMatch(command -> command.contains("kill -STOP"));
    }

    @Test
    void oneOfTwoIsNotEnough() {
        shop.servedBy("8082");

        assertThat(failed()).containsExactlyInAnyOrder(BOTH, FIRST_HANGS, SECOND_HANGS);
    }

    @Test
    void aBalancerThatIsContentWithAnErrorFails() {
        answeredWith("404", "404");
        assertThat(failed()).containsExactly(HEALTH);

        answeredWith("200", "500");
        assertThat(failed()).containsExactly(HEALTH);
    }

    /** After a reload everybody counts as well until the first look has ended. */
    @Test
    void aBalancerThatHasNotAskedYetIsWaitedFor() {
        AtomicInteger looks = new AtomicInteger();
        stage.machine("proxy").on("show stat", command -> """
                # pxname,svname,status,check_status,check_code,
                shop-api,app1,%s,%s,
                shop-api,app2,UP,L7OK,200,
                """.formatted(held.get() ? "DOWN" : "UP", looks.incrementAndGet() < 3 ? "INI," : "L7OK,404"));

        assertThat(failed()).containsExactly(HEALTH);
    }

    @Test
    void aBackEndThatIsTakenForDeadMaySayWhatItLikes() {
        answeredWith("200", "200");
        assertThat(failed()).isEmpty();
        answeredWith("", "0");
        assertThat(failed()).as("not asked over HTTP").isEmpty();

        stage.machine("proxy").on("show stat", command -> """
                # pxname,svname,status,check_status,check_code,
                shop-api,app1,DOWN,L7STS,404,
                shop-api,app2,%s,L7OK,200,
                other,app1,UP,L7OK,404,
                """.formatted(held.get() ? "DOWN" : "UP"));
        assertThat(failed()).doesNotContain(HEALTH);
    }

    /** From now on the balancer's last looks at the two came back with these codes. */
    private void answeredWith(String first, String second) {
        stage.machine("proxy").on("show stat", command -> """
                # pxname,svname,status,check_status,check_code,
                shop-api,app1,%s,L7OK,%s,
                shop-api,app2,UP,L7OK,%s,
                """.formatted(held.get() ? "DOWN" : "UP", first, second));
    }

    /** While an instance is held whose name begins so, some customers get this. */
    private void customersSufferFrom(String instance, String answer) {
        stage.machine("app").on("kill -STOP", command -> {
            held.set(true);
            if (command.contains("shop-api@" + instance)) {
                shop.breaking("GET /api/badge", answer);
            }
            return "41 42\n";
        }).on("^kill -CONT", command -> {
            held.set(false);
            shop.mend();
            return "";
        });
    }

    private List<Finding> judge() {
        List<Finding> findings = new Grader(Duration.ZERO).judge(
                stage.stage().lab("load-balancer-health-check", stage.capture(), shop.edge()), LoadBalancerHealthCheckChecks.class);
        assertThat(findings).extracting(Finding::outcome).doesNotContain(Outcome.UNKNOWN);
        return findings;
    }

    private List<String> failed() {
        return judge().stream().filter(finding -> finding.outcome() == Outcome.FAIL).map(Finding::check).toList();
    }
}

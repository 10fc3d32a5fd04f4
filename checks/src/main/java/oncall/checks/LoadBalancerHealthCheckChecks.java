package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import oncall.health.BalancerServer;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Customers are served, by both back ends, and one of them may fail. By what the balancer knows a back end that can
 * work is left to the player; that it knows is tried, by holding each of them for a while. That disturbs everybody else who
 * looks, so these checks run alone.
 */
@LabChecks
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
final class LoadBalancerHealthCheckChecks {

    private static final List<String> PAGES = List.of("/api/orders?page=1&size=10", "/api/users/today", "/api/products");
    /** Both take turns, and others ask as well: so many customers meet each of them. */
    static final int CUSTOMERS = 12;
    static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration SETTLING = Duration.ofSeconds(30);

    @Test
    @Symptom
    @DisplayName("customers can use the shop")
    void pages(Lab lab) {
        for (String path : PAGES) {
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

    /** A back end that says that something is wrong, whatever it is, has not said that it is well. */
    @Test
    @DisplayName("the balancer takes no error for a sign of health")
    void health(Lab lab) {
        awaitAsked(lab);
        long mistaken = BackEnds.up(lab).stream().filter(BalancerServer::saidError).count();
        assertThat(mistaken)
                .withFailMessage("Of the back ends to which the balancer sends customers, %d had answered with an error when it last "
                        + "asked how they are", mistaken)
                .isZero();
    }

    /** A balancer that was told a new way of asking a moment ago has not asked yet, and trusts everybody until then. */
    private static void awaitAsked(Lab lab) {
        try {
            Looks.every(Duration.ofMillis(500), HeldBackEnd.NOTICED).until(() -> BackEnds.up(lab).stream().noneMatch(BalancerServer::unasked));
        } catch (ConditionTimeoutException never) {
            // What a balancer that asks so seldom is good for, the hung back ends tell.
        }
    }

    /** Which one hangs must not matter: what is known of one of them says nothing of the other. */
    @Test
    @Steady
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    @DisplayName("customers do not notice for long when the back end 8081 hangs")
    void oneHangs(Lab lab) {
        assertServedWhileHeld(lab, "8081");
    }

    @Test
    @Steady
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    @DisplayName("customers do not notice for long when the back end 8082 hangs")
    void otherHangs(Lab lab) {
        assertServedWhileHeld(lab, "8082");
    }

    private static void assertServedWhileHeld(Lab lab, String instance) {
        // Where one is missing already, nothing is to be learnt from holding the other. It may have been missing until now.
        Looks.every(Duration.ofMillis(500), SETTLING).untilAsserted(() -> BackEnds.assertAllServe(lab));
        try (HeldBackEnd held = HeldBackEnd.hold(lab, instance)) {
            held.awaitNoticed();
            // The first one tells enough: each costs its whole patience.
            Optional<HttpReading> refused = Stream.generate(() -> lab.http().send(
                            HttpRequestSpec.get(HttpProbe.API, "/api/badge").within(PATIENCE)))
                    .limit(CUSTOMERS).filter(answer -> answer.status() != 200).findFirst();
            refused.ifPresent(answer -> {
                throw new AssertionError(("While one of the two back ends hung, not all customers were served, although there had "
                        + "been ample time to send them to the other one: one got %s").formatted(answer.summary()));
            });
        }
    }
}

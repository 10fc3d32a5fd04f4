package oncall.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import oncall.remote.RemoteUnreachable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraderTest {

    private static final AtomicInteger LOOKS = new AtomicInteger();
    private static final AtomicBoolean BROKEN = new AtomicBoolean();
    private static final CyclicBarrier TOGETHER = new CyclicBarrier(3);

    private final Grader grader = new Grader(Duration.ZERO);
    private final TestLab stage = new TestLab("app");
    private final Lab lab = stage.lab("sample");

    @BeforeEach
    void forgetLooks() {
        LOOKS.set(0);
    }

    @LabChecks
    static final class EveryOutcome {

        @Test
        @Order(1)
        @Symptom
        @DisplayName("what is well")
        void passes(Lab lab) {
            assertThat(lab.level().id()).isEqualTo("sample");
        }

        @Test
        @Order(2)
        @DisplayName("what is not")
        void fails() {
            assertThat(false).withFailMessage("Customers wait").isTrue();
        }

        @Test
        @Order(3)
        @DisplayName("what does not apply")
        void aborts() {
            Assumptions.abort("not in this variant");
        }

        @Test
        @Order(4)
        @Disabled("not on this stage")
        @DisplayName("what is switched off")
        void disabled() {
            fail();
        }

        @Test
        @Order(5)
        @DisplayName("where nobody answers")
        void unreachable() {
            throw new RemoteUnreachable("app: no SSH connection");
        }

        @Test
        @Order(6)
        @DisplayName("where the check is broken")
        void broken() {
            throw new IllegalStateException();
        }

        @Test
        @Order(7)
        @DisplayName("what never settles")
        void neverSettles() {
            Awaitility.await().atMost(Duration.ofMillis(50)).pollInterval(Duration.ofMillis(10))
                    .untilAsserted(() -> assertThat(1).withFailMessage("Orders pile up").isEqualTo(2));
        }

        @Test
        @Order(8)
        @DisplayName("what is asserted over a lost connection")
        void assertedOverLostConnection() {
            throw new AssertionError("Orders are lost", new RemoteUnreachable("app: no SSH connection"));
        }
    }

    @Test
    void knowsFourOutcomes() {
        List<Finding> findings = grader.judge(lab, EveryOutcome.class);

        assertThat(findings).extracting(Finding::check, Finding::outcome, Finding::message).containsExactly(
                tuple("what is well", Outcome.PASS, ""),
                tuple("what is not", Outcome.FAIL, "Customers wait"),
                tuple("what does not apply", Outcome.SKIPPED, "not in this variant"),
                tuple("what is switched off", Outcome.SKIPPED, "not on this stage"),
                tuple("where nobody answers", Outcome.UNKNOWN,
                        "could not look: app: no SSH connection"),
                tuple("where the check is broken", Outcome.UNKNOWN,
                        "could not look: IllegalStateException"),
                tuple("what never settles", Outcome.FAIL, "Orders pile up"),
                tuple("what is asserted over a lost connection", Outcome.UNKNOWN,
                        "could not look: AssertionError: Orders are lost"));
        assertThat(findings).filteredOn(Finding::symptom).extracting(Finding::check).containsExactly("what is well");
    }

    @LabChecks
    static final class UnknownOnce {

        @Test
        void flickers() {
            if (LOOKS.incrementAndGet() == 1) {
                throw new RemoteUnreachable("app: the connection was lost");
            }
        }
    }

    @LabChecks
    static final class AlwaysUnknown {

        @Test
        void flickers() {
            LOOKS.incrementAndGet();
            throw new RemoteUnreachable("app: the connection was lost");
        }
    }

    @Test
    void triesOnceMoreWhereNobodyCouldLook() {
        assertThat(grader.judge(lab, UnknownOnce.class)).extracting(Finding::outcome).containsExactly(Outcome.PASS);
        assertThat(LOOKS).hasValue(2);

        LOOKS.set(0);
        assertThat(new Grader(Duration.ofSeconds(30)).judge(lab, AlwaysUnknown.class))
                .extracting(Finding::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(LOOKS).hasValue(2);
    }

    @LabChecks
    static final class PassesAtTheThirdLook {

        @Test
        void settles() {
            assertThat(LOOKS.incrementAndGet()).withFailMessage("still starting").isEqualTo(3);
        }
    }

    @Test
    void looksAgainAtWhatMaySettle() {
        assertThat(new Grader(Duration.ofMinutes(1)).judge(lab, PassesAtTheThirdLook.class))
                .extracting(Finding::outcome).containsExactly(Outcome.PASS);
        assertThat(LOOKS).hasValue(3);
    }

    @Test
    void aFailureStandsWhenTheWindowIsOver() {
        assertThat(grader.judge(lab, PassesAtTheThirdLook.class))
                .extracting(Finding::outcome).containsExactly(Outcome.FAIL);
        assertThat(LOOKS).hasValue(1);
    }

    @Test
    void waitsLongerWhileServicesStartButNotForEver() {
        Grader patient = new Grader(Duration.ofMillis(1), Duration.ofMinutes(1), lab -> LOOKS.get() < 3);
        assertThat(patient.judge(lab, PassesAtTheThirdLook.class)).extracting(Finding::outcome).containsExactly(Outcome.PASS);

        LOOKS.set(0);
        Grader calm = new Grader(Duration.ofMillis(1), Duration.ofMinutes(1), lab -> false);
        assertThat(calm.judge(lab, PassesAtTheThirdLook.class)).extracting(Finding::outcome).containsExactly(Outcome.FAIL);

        LOOKS.set(-100);
        Grader bounded = new Grader(Duration.ofMillis(1), Duration.ofSeconds(1), lab -> true);
        assertThat(bounded.judge(lab, PassesAtTheThirdLook.class)).extracting(Finding::outcome).containsExactly(Outcome.FAIL);
        assertThat(LOOKS.get()).isBetween(-99, -95);
    }

    @LabChecks
    static final class SteadyFailure {

        @Test
        @Steady
        void lost() {
            LOOKS.incrementAndGet();
            fail("Rows are gone");
        }
    }

    @Test
    void doesNotWaitForLostData() {
        assertThat(new Grader(Duration.ofMinutes(1)).judge(lab, SteadyFailure.class))
                .extracting(Finding::outcome).containsExactly(Outcome.FAIL);
        assertThat(LOOKS).hasValue(1);
    }

    @LabChecks
    static final class QuickAndSlow {

        @Test
        void quick() {
            if (BROKEN.get()) {
                fail("Refused");
            }
        }

        @Test
        @Steady
        void slow() {
            LOOKS.incrementAndGet();
            fail("It would begin again");
        }
    }

    @Test
    void triesNothingOutWhereAnotherCheckRefuses() {
        BROKEN.set(true);
        assertThat(grader.refuse(lab, QuickAndSlow.class)).extracting(Finding::message).containsExactly("Refused");
        assertThat(LOOKS).hasValue(0);

        BROKEN.set(false);
        assertThat(grader.refuse(lab, QuickAndSlow.class)).extracting(Finding::outcome)
                .containsExactlyInAnyOrder(Outcome.PASS, Outcome.FAIL);
        assertThat(grader.refuse(lab, SteadyFailure.class)).extracting(Finding::outcome).containsExactly(Outcome.FAIL);
    }

    @LabChecks
    static final class SetUpFailsOnce {

        @BeforeAll
        static void lookAround() {
            if (LOOKS.incrementAndGet() == 1) {
                throw new RemoteUnreachable("app: no SSH connection");
            }
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    @Test
    void aClassThatCouldNotBeSetUpIsUnknownAndTriedAgain() {
        assertThat(grader.judge(lab, SetUpFailsOnce.class)).extracting(Finding::outcome)
                .containsExactly(Outcome.PASS, Outcome.PASS);
    }

    @LabChecks
    static final class Empty {}

    @Test
    void nothingToCheckIsNoPass() {
        assertThat(grader.judge(lab, Empty.class)).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(finding.message()).contains(Empty.class.getName());
        });
    }

    @LabChecks
    static final class ByConstructor {

        private final Lab lab;

        ByConstructor(Lab lab) {
            this.lab = lab;
        }

        @ParameterizedTest(name = "port {0}")
        @ValueSource(ints = {8081, 8082})
        void each(int port) {
            assertThat(port).withFailMessage("%d on %s is closed", port, lab.level().id()).isEqualTo(8081);
        }
    }

    @Test
    void givesTheLabToConstructorsAndJudgesEachParameter() {
        List<Finding> findings = new Grader(Duration.ofMillis(1)).judge(lab, ByConstructor.class);

        assertThat(findings).extracting(Finding::check).hasSize(2).allMatch(name -> name.contains("port 808"));
        assertThat(findings).extracting(Finding::message).containsExactly("", "8082 on sample is closed");
    }

    @LabChecks
    static final class OnlyTogether {

        @Test
        void one() throws Exception {
            TOGETHER.await(30, TimeUnit.SECONDS);
        }

        @Test
        void two() throws Exception {
            TOGETHER.await(30, TimeUnit.SECONDS);
        }

        @Test
        void three() throws Exception {
            TOGETHER.await(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void runsChecksAtTheSameTime() {
        assertThat(grader.judge(lab, OnlyTogether.class)).extracting(Finding::outcome)
                .containsOnly(Outcome.PASS);
    }

    @Test
    void worksWhereTheThreadKnowsNoneOfTheClasses() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(grader.judge(lab, UnknownOnce.class)).extracting(Finding::outcome)
                    .containsExactly(Outcome.PASS);
            assertThat(thread.getContextClassLoader()).isEqualTo(ClassLoader.getPlatformClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

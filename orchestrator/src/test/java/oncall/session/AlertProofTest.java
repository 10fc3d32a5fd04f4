package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import oncall.grade.Finding;
import oncall.grade.Judgement;
import oncall.grade.Outcome;
import oncall.pager.FakeMonitoring;
import oncall.pager.Prometheus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertProofTest {
    private static final Duration QUIET = Duration.ofMillis(300);

    private final FakeMonitoring monitoring = new FakeMonitoring();

    @AfterEach void close() { monitoring.close(); }

    private AlertProof proof(Duration limit) { return new AlertProof(new Prometheus(monitoring.address()), new AlertProof.Waits(limit, limit, QUIET, Duration.ofMillis(20))); }

    private AlertProof patient() { return proof(Duration.ofSeconds(20)); }

    private AlertProof impatient() { return proof(Duration.ofMillis(700)); }

    private void after(Duration delay, String alert, String state) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(() -> monitoring.rule(alert, state));
    }

    @Test void anAlertThatFiresIsWaitedFor() {
        monitoring.rule("SearchFails", "pending").rule("BadgeMissing", "firing");
        after(QUIET, "SearchFails", "firing");
        Judgement judgement = patient().fires(List.of("BadgeMissing", "SearchFails"));
        assertThat(judgement.green()).isTrue();
        assertThat(judgement.findings()).extracting(Finding::check).containsExactly("BadgeMissing fires", "SearchFails fires");
    }

    @Test void eachThatDoesNotFireIsNamedWithItsState() {
        monitoring.rule("SearchFails", "pending").rule("BadgeMissing", "firing");
        Judgement judgement = impatient().fires(List.of("BadgeMissing", "SearchFails", "Mistyped"));
        assertThat(judgement.findings()).extracting(Finding::outcome).containsExactly(Outcome.PASS, Outcome.FAIL, Outcome.FAIL);
        assertThat(judgement.findings().get(1).message()).startsWith("it is pending after");
        assertThat(judgement.findings().get(2).message()).startsWith("there is no rule for it");
    }

    @Test void anAlertIsOverOnceItHasBeenInactiveForAWhile() {
        monitoring.rule("SearchFails", "firing");
        after(QUIET, "SearchFails", "inactive");
        Judgement judgement = patient().areOver(List.of("SearchFails"));
        assertThat(judgement.green()).isTrue();
        assertThat(judgement.findings().get(0).took()).isGreaterThanOrEqualTo(QUIET.multipliedBy(2));
    }

    @Test void aPauseBetweenTwoFiringsIsNoEnd() {
        monitoring.rule("SearchFails", "inactive");
        after(QUIET.dividedBy(2), "SearchFails", "pending");
        assertThat(impatient().areOver(List.of("SearchFails")).has(Outcome.FAIL)).isTrue();
    }

    @Test void whatPrometheusHasNotLookedAtIsNotOver() {
        monitoring.rule("SearchFails", "inactive").stopLooking();
        assertThat(impatient().areOver(List.of("SearchFails")).findings().get(0).message()).startsWith("it is inactive");
    }

    @Test void aPrometheusThatDoesNotAnswerProvesNothing() {
        monitoring.close();
        assertThat(impatient().fires(List.of("SearchFails")).findings().get(0).message()).startsWith("Prometheus gives no answer");
        assertThat(impatient().areOver(List.of("SearchFails")).has(Outcome.FAIL)).isTrue();
    }
}

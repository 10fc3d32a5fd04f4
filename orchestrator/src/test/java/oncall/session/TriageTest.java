package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import oncall.grade.Finding;
import oncall.grade.Outcome;
import oncall.level.Level;
import oncall.pager.FakeMonitoring;
import oncall.pager.Pager;
import oncall.pager.Prometheus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders and a badge fail at the same time; scrapes are 30 s apart, the incident begins a little before the second. */
class TriageTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T10:00:00Z");
    private static final Instant BEGIN = FIRST.plusSeconds(20);

    @TempDir private Path folder;
    private final FakeMonitoring monitoring = new FakeMonitoring();
    private FakeStage stage;
    private Level level;
    private Pager pager;
    private List<Instant[]> worked = List.<Instant[]>of(new Instant[] {BEGIN, FIRST.plusSeconds(300)});

    @BeforeEach void begin() {
        stage = new FakeStage(folder);
        level = stage.severalIncidents();
        pager = new Pager(folder.resolve("pager.jsonl"), monitoring.address(), monitoring.address(), Duration.ofSeconds(5));
        Triage.begin(pager, level.incidents(level.seed(7)));
    }

    @AfterEach void close() {
        stage.close();
        monitoring.close();
    }

    private List<Finding> findings() {
        return new Triage(new Prometheus(monitoring.address()), pager, () -> worked).judge(level, level.seed(7)).orElseThrow().findings();
    }

    private Finding order() { return findings().get(2); }

    private void declare(String incident, String severity) { pager.declare(pager.find(incident).orElseThrow(), severity); }

    @Test void whatCountsIsWhatWasDeclaredLast() {
        declare("badge", "SEV1");
        assertThat(findings()).extracting(Finding::outcome).startsWith(Outcome.FAIL, Outcome.FAIL);
        assertThat(findings().get(0).message()).startsWith("It was declared SEV1.").doesNotContain("SEV4");
        assertThat(findings().get(1).message()).isEqualTo("Nobody said how bad it is: ./lab declare orders SEV1..4");
        declare("badge", "SEV4");
        declare("orders", "SEV1");
        assertThat(findings()).extracting(Finding::outcome).startsWith(Outcome.PASS, Outcome.PASS);
    }

    @Test void whoHelpsTheWorstFirstIsRightHoweverLongTheOthersWait() {
        monitoring.journeys("checkout", "success", FIRST, 9, 9, 9, 10, 11, 12, 13, 13).journeys("checkout", "failure", FIRST, 0, 0, 1, 1, 1, 1, 1, 1)
            .journeys("badge", "success", FIRST, 9, 9, 9, 9, 9, 9, 10, 11).journeys("badge", "failure", FIRST, 0, 1, 2, 3, 4, 5, 5, 5);
        assertThat(order().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test void whoLetsTheWorstWaitForSomethingElseIsWrong() {
        monitoring.journeys("checkout", "success", FIRST, 9, 9, 9, 9, 9, 9, 10, 11).journeys("checkout", "failure", FIRST, 0, 0, 1, 1, 2, 3, 3, 3)
            .journeys("badge", "success", FIRST, 9, 9, 9, 10, 11, 12, 13, 14).journeys("badge", "failure", FIRST, 0, 0, 1, 1, 1, 1, 1, 1);
        assertThat(order().outcome()).isEqualTo(Outcome.FAIL);
        assertThat(order().message()).startsWith("After 'badge' worked again, 'orders' still failed for 2 customers in a row.");
    }

    @Test void whoHasNotYetHelpedTheWorstButSomebodyElseIsWrong() {
        monitoring.journeys("checkout", "failure", FIRST, 0, 0, 1, 1, 2, 3).journeys("badge", "slow", FIRST, 9, 9, 9, 10, 11, 12);
        assertThat(order().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test void aMomentsDifferenceIsNone() {
        monitoring.journeys("checkout", "success", FIRST, 9, 9, 9, 9, 9, 10).journeys("checkout", "failure", FIRST, 0, 0, 1, 2, 3, 3)
            .journeys("badge", "success", FIRST, 9, 9, 9, 10, 11, 12);
        assertThat(order().outcome()).as("one failure at a later scrape than the badge").isEqualTo(Outcome.PASS);
    }

    @Test void whatWasWellBeforeTheIncidentHelpedNobody() {
        // The first scrape after the hand-over still counts a badge of before.
        monitoring.journeys("badge", "success", FIRST, 8, 9, 9, 9, 9, 9).journeys("checkout", "failure", FIRST, 0, 0, 1, 2, 3, 4);
        assertThat(order().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test void whatFailsAfterTheWorstWasHelpedHasAnotherReason() {
        monitoring.journeys("badge", "success", FIRST, 9, 9, 10, 10, 10, 10).journeys("checkout", "success", FIRST, 5, 5, 5, 6, 6, 6)
            .journeys("checkout", "failure", FIRST, 0, 0, 0, 0, 4, 5);
        assertThat(order().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test void whatFailsWhileItIsJudgedDoesNotCount() {
        monitoring.journeys("badge", "success", FIRST, 9, 9, 10, 10, 10, 10, 10, 10, 10).journeys("checkout", "failure", FIRST, 0, 0, 0, 0, 5, 9, 9, 9, 9);
        worked = List.of(new Instant[] {BEGIN, FIRST.plusSeconds(95)}, new Instant[] {FIRST.plusSeconds(145), FIRST.plusSeconds(300)});
        assertThat(order().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test void shoppersThatWereStartedAnewGoOnCounting() {
        monitoring.journeys("badge", "success", FIRST, 9, 9, 0, 1, 2, 3).journeys("checkout", "failure", FIRST, 7, 8, 1, 1, 2, 3);
        assertThat(order().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test void whereNobodyCountedNobodyCanTell() {
        assertThat(order().outcome()).isEqualTo(Outcome.UNKNOWN);
        worked = List.<Instant[]>of(new Instant[] {BEGIN, BEGIN.plusSeconds(60)});
        assertThat(order().outcome()).as("in so short a time nobody had to wait").isEqualTo(Outcome.PASS);
        monitoring.close();
        assertThat(order()).satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(finding.message()).startsWith("could not look: Prometheus gives");
        });
    }

    @Test void aLevelOfOneIncidentHasNoOrder() {
        Level ofOne = stage.level("SHOP breaks");
        assertThat(new Triage(new Prometheus(monitoring.address()), pager, () -> worked).judge(ofOne, ofOne.seed(7))).isEmpty();
    }
}

package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private final List<JournalEntry> journal = new ArrayList<>();
    private Span worked = new Span(BEGIN, FIRST.plusSeconds(300));

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

    @Test void twoScrapesAreAlwaysLongerThanAMomentThoughTheyCameALittleEarly() {
        // The badge was seen to work at the fourth scrape, customers failed at the fifth and the sixth.
        monitoring.scrapes(Duration.ofMillis(29_960));
        monitoring.journeys("checkout", "success", FIRST, 9, 9, 9, 9, 9, 9, 10).journeys("checkout", "failure", FIRST, 0, 0, 1, 1, 2, 3, 3)
            .journeys("badge", "success", FIRST, 9, 9, 9, 10, 11, 12, 13);
        assertThat(order().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test void fromOneScrapeToTheNextNobodysOrderMatters() {
        // Customers may come in quick succession.
        monitoring.journeys("checkout", "success", FIRST, 9, 9, 9, 9, 9, 10, 11).journeys("checkout", "failure", FIRST, 0, 0, 1, 2, 5, 5, 5)
            .journeys("badge", "success", FIRST, 9, 9, 9, 10, 11, 12, 13);
        assertThat(order().outcome()).isEqualTo(Outcome.PASS);
    }

    @Test void whoAsksTheJudgeAfterEachMendIsJudgedLikeAnybodyElse() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(60, LabState.VERIFYING, null);
        note(70, LabState.PLAYING, Play.judged("NOT_FIXED", false));
        note(130, LabState.VERIFYING, null);
        note(140, LabState.PLAYING, Play.judged(Play.QUICK_LOOK, false));
        note(200, LabState.VERIFYING, null);
        assertThat(Triage.worked(journal, after(210))).isEqualTo(new Span(BEGIN, after(200)));
    }

    @Test void whatComesAfterTheJudgeWasContentAtFirstDoesNotCount() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(10, LabState.VERIFYING, null);
        note(20, LabState.PLAYING, Play.judged("COULD_NOT_GRADE", false));
        note(100, LabState.VERIFYING, null);
        note(160, LabState.PLAYING, Play.judged("NOT_FIXED", true));
        note(400, LabState.VERIFYING, null);
        assertThat(Triage.worked(journal, after(410))).as("the reboot took away what had been mended").isEqualTo(new Span(BEGIN, after(100)));
        note(500, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(600, LabState.VERIFYING, null);
        assertThat(Triage.worked(journal, after(610))).as("started over").isEqualTo(new Span(after(500), after(600)));
    }

    private void note(int second, LabState state, String detail) { journal.add(new JournalEntry(after(second), 1, state, "two-at-once", 7L, detail, null)); }

    private static Instant after(int seconds) { return BEGIN.plusSeconds(seconds); }

    @Test void shoppersThatWereStartedAnewGoOnCounting() {
        monitoring.journeys("badge", "success", FIRST, 9, 9, 0, 1, 2, 3).journeys("checkout", "failure", FIRST, 7, 8, 1, 1, 2, 3);
        assertThat(order().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test void whereNobodyCountedNobodyCanTell() {
        assertThat(order().outcome()).isEqualTo(Outcome.UNKNOWN);
        worked = new Span(BEGIN, BEGIN.plusSeconds(60));
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

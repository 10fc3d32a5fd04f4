package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import oncall.pager.FakeMonitoring;
import oncall.pager.JourneyOutcomes;
import oncall.pager.Prometheus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {
    private static final Instant BEGIN = Instant.parse("2026-01-31T10:00:00Z");

    private final FakeMonitoring monitoring = new FakeMonitoring();
    private final List<JournalEntry> journal = new ArrayList<>();

    @AfterEach void close() { monitoring.close(); }

    private void note(int minute, LabState state, String detail) { journal.add(new JournalEntry(at(minute), 1, state, "lost-badge", 7L, detail, null)); }

    private static Instant at(int minute) { return BEGIN.plusSeconds(60L * minute); }

    private static Span span(int from, int to) { return new Span(at(from), at(to)); }

    private ErrorBudget cost(int minute) { return ErrorBudget.of(journal, at(minute), new Prometheus(monitoring.address())); }

    @Test void isWhatFailedOrWasSlowBetweenHandOverAndJudgement() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(10, LabState.VERIFYING, null);
        note(14, LabState.PLAYING, Play.judged("FIXED", true));
        // From the beginning on every second request fails; the reboot of the judgement, from minute 10 on, does not count.
        monitoring.counts("checkout", "success", BEGIN, 100, 110, 120).counts("checkout", "failure", BEGIN, 5, 15, 25, 900);
        ErrorBudget cost = cost(20);
        assertThat(cost.minutes()).isEqualTo(10);
        assertThat(cost.journeys()).singleElement().satisfies(journey -> {
            assertThat(journey.outcomes()).isEqualTo(new JourneyOutcomes(20, 0, 20));
            assertThat(journey.burned()).as("five of 43.2 minutes").isCloseTo(5 / 43.2, within(0.001));
            assertThat(journey.added()).isFalse();
        });
    }

    @Test void whatWasWellAtFirstAndFailedLaterWasAdded() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(20, LabState.VERIFYING, null);
        monitoring.counts("upload", "failure", BEGIN, 0, 4, 8, 8, 8).counts("history", "slow", BEGIN, 0, 0, 3, 3, 3).counts("badge", "success", BEGIN, 0, 5, 10, 15, 20);
        assertThat(cost(20).journeys()).extracting(journey -> journey.name() + " " + journey.added()).containsExactly("badge false", "history true", "upload false");
    }

    @Test void whatFailedJustBeforeTheJudgementCountsAndWasNotAdded() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        journal.add(new JournalEntry(BEGIN.plusSeconds(56), 1, LabState.VERIFYING, "lost-badge", 7L, null, null));
        // Scraped at the 25th and the 55th second of every minute.
        monitoring.journeys("upload", "failure", BEGIN.minusSeconds(5), 3, 3, 4, 4);
        assertThat(cost(1).journeys()).singleElement().satisfies(journey -> {
            assertThat(journey.outcomes().failed()).isEqualTo(1);
            assertThat(journey.added()).isFalse();
        });
    }

    @Test void aCounterThatBeganAnewGoesOn() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        monitoring.counts("badge", "success", BEGIN, 50, 60, 4, 8);
        assertThat(cost(15).journeys()).extracting(journey -> journey.outcomes().good()).containsExactly(18L);
    }

    @Test void beforeAnythingWasMeasuredNothingWasBurned() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        assertThat(cost(0).journeys()).isEmpty();
    }

    @Test void afterAQuickLookItGoesOnAtOnce() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(1, LabState.VERIFYING, null);
        note(2, LabState.PLAYING, Play.judged(Play.QUICK_LOOK, false));
        note(3, LabState.VERIFYING, null);
        assertThat(ErrorBudget.spans(journal, at(9))).containsExactly(span(0, 1), span(2, 3));
    }

    @Test void aJudgementThatRebootedNothingDisturbsNobodyAfterwards() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(1, LabState.VERIFYING, null);
        note(2, LabState.PLAYING, Play.judged("NOT_FIXED", false));
        note(4, LabState.VERIFYING, null);
        note(6, LabState.PLAYING, Play.judged("COULD_NOT_GRADE", false));
        note(9, LabState.VERIFYING, null);
        assertThat(ErrorBudget.spans(journal, at(9))).as("of one that broke off nobody knows").containsExactly(span(0, 1), span(2, 4), span(7, 9));
    }

    @Test void whatWasWorkedAfterAJudgementWasKilledCounts() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(3, LabState.VERIFYING, null);
        note(10, LabState.VERIFYING, null);
        assertThat(ErrorBudget.spans(journal, at(12))).containsExactly(span(0, 3), span(4, 10));
    }

    @Test void whatFailedFromTheBeginningWasNotAddedHoweverEarlySomebodyAskedTheJudge() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(1, LabState.VERIFYING, null);
        note(2, LabState.PLAYING, Play.judged(Play.QUICK_LOOK, false));
        note(20, LabState.VERIFYING, null);
        // Nobody has uploaded anything in the first minute.
        monitoring.counts("upload", "failure", BEGIN.plusSeconds(60), 0, 5, 10, 15, 20);
        assertThat(cost(20).journeys()).singleElement().satisfies(journey -> assertThat(journey.added()).isFalse());
    }

    @Test void ofAnIncidentThatWasStartedOverOnlyTheNewOneCounts() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(5, LabState.VERIFYING, null);
        note(8, LabState.PLAYING, Play.judged("NOT_FIXED", true));
        note(12, LabState.VERIFYING, null);
        assertThat(ErrorBudget.spans(journal, at(20))).containsExactly(span(0, 5), span(9, 12));
        note(13, LabState.PLAYING, Play.judged("NOT_FIXED", true));
        note(30, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(33, LabState.VERIFYING, null);
        assertThat(ErrorBudget.spans(journal, at(40))).containsExactly(span(30, 33));
    }
}

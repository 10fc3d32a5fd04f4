package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import oncall.pager.FakeMonitoring;
import oncall.pager.Prometheus;
import oncall.pager.RequestCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {
    private static final Instant BEGIN = Instant.parse("2026-01-31T10:00:00Z");

    private final FakeMonitoring monitoring = new FakeMonitoring();
    private final List<JournalEntry> journal = new ArrayList<>();

    @AfterEach void close() { monitoring.close(); }

    private void note(int minute, LabState state, String detail) { journal.add(new JournalEntry(at(minute), 1, state, "lost-badge", 7L, detail, null)); }

    private static Instant at(int minute) { return BEGIN.plusSeconds(60L * minute); }

    private ErrorBudget cost(int minute) { return ErrorBudget.of(journal, at(minute), new Prometheus(monitoring.address())); }

    @Test void isWhatFailedOrWasSlowBetweenHandOverAndJudgement() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(10, LabState.VERIFYING, null);
        note(14, LabState.PLAYING, Play.judged("FIXED"));
        // From the beginning on every second request fails; the reboot of the judgement, from minute 10 on, does not count.
        monitoring.counts("checkout", "success", BEGIN, 100, 110, 120).counts("checkout", "failure", BEGIN, 5, 15, 25, 900);
        ErrorBudget cost = cost(20);
        assertThat(cost.minutes()).isEqualTo(10);
        assertThat(cost.journeys()).singleElement().satisfies(journey -> {
            assertThat(journey.requests()).isEqualTo(new RequestCount(20, 0, 20));
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

    @Test void aCounterThatBeganAnewGoesOn() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        monitoring.counts("badge", "success", BEGIN, 50, 60, 4, 8);
        assertThat(cost(15).journeys()).extracting(journey -> journey.requests().good()).containsExactly(18L);
    }

    @Test void beforeAnythingWasMeasuredNothingWasBurned() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        assertThat(cost(0).journeys()).isEmpty();
    }

    @Test void afterAQuickLookItGoesOnAtOnce() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(1, LabState.VERIFYING, null);
        note(2, LabState.PLAYING, Play.judged(Play.QUICK_LOOK));
        note(3, LabState.VERIFYING, null);
        assertThat(ErrorBudget.spans(journal, at(9))).satisfiesExactly(span -> assertThat(span).containsExactly(at(0), at(1)), span -> assertThat(span).containsExactly(at(2), at(3)));
    }

    @Test void ofAnIncidentThatWasStartedOverOnlyTheNewOneCounts() {
        note(0, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(5, LabState.VERIFYING, null);
        note(8, LabState.PLAYING, Play.judged("NOT_FIXED"));
        note(12, LabState.VERIFYING, null);
        assertThat(ErrorBudget.spans(journal, at(20))).satisfiesExactly(span -> assertThat(span).containsExactly(at(0), at(5)), span -> assertThat(span).containsExactly(at(9), at(12)));
        note(13, LabState.PLAYING, Play.judged("NOT_FIXED"));
        note(30, LabState.PLAYING, Play.handedOver(Path.of("/r.md")));
        note(33, LabState.VERIFYING, null);
        assertThat(ErrorBudget.spans(journal, at(40))).singleElement().satisfies(span -> assertThat(span).containsExactly(at(30), at(33)));
    }
}

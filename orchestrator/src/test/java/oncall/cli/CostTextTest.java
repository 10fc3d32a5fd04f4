package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import oncall.pager.JourneyOutcomes;
import oncall.session.ErrorBudget;
import org.junit.jupiter.api.Test;

class CostTextTest {
    @Test void tellsWhatWasBurnedAndWhatWasAdded() {
        String text = CostText.text(new ErrorBudget(12, List.of(new ErrorBudget.Journey("checkout", new JourneyOutcomes(20, 0, 20), 0.116, false),
            new ErrorBudget.Journey("history", new JourneyOutcomes(20, 3, 0), 0.01, true))));
        assertThat(text).contains("12 minutes").containsPattern("checkout +40 +20 +0 +11[.,]6 %\n").containsPattern("history +23 +0 +3 +1[.,]0 %\n +-> was well when");
    }

    @Test void countsOneMinuteAsOne() {
        List<ErrorBudget.Journey> journeys = List.of(new ErrorBudget.Journey("badge", new JourneyOutcomes(2, 0, 1), 0, false));
        assertThat(CostText.text(new ErrorBudget(1.2, journeys))).contains("(1 minute, by");
        assertThat(CostText.text(new ErrorBudget(0.2, journeys))).contains("(0 minutes, by");
    }

    @Test void saysNothingWhereNothingWasMeasured() { assertThat(CostText.text(new ErrorBudget(0, List.of()))).isEmpty(); }
}

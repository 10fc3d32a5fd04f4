package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import oncall.grade.TextReport;
import oncall.grade.Verdict;
import oncall.pager.JourneyOutcomes;
import oncall.session.ErrorBudget;
import org.junit.jupiter.api.Test;

class VerdictTextTest {
    static final Verdict VERDICT = Verdict.of("lost-badge", 7, List.of());
    static final ErrorBudget COST = new ErrorBudget(12, List.of(new ErrorBudget.Journey("checkout", new JourneyOutcomes(20, 3, 20), 0.116, false)));

    @Test void tellsTheVerdictAndThenWhatItCostCustomers() {
        String verdict = new TextReport(false).render(VERDICT);
        assertThat(VerdictText.text(new TextReport(false), VERDICT, Optional.of(COST))).startsWith(verdict).contains("12 minutes").contains("checkout");
        assertThat(VerdictText.text(new TextReport(false), VERDICT, Optional.empty())).isEqualTo(verdict);
    }

    @Test void tellsProgramsBothInOneObject() {
        JsonNode told = Json.object(VerdictText.json(VERDICT, Optional.of(COST)));
        assertThat(told.path("level").asText()).isEqualTo("lost-badge");
        assertThat(told.path("seed").asLong()).isEqualTo(7);
        assertThat(told.path("cost").path("minutes").asDouble()).isEqualTo(12);
        JsonNode journey = told.path("cost").path("journeys").path(0);
        assertThat(journey.path("name").asText()).isEqualTo("checkout");
        assertThat(journey.path("outcomes").path("slow").asDouble()).isEqualTo(3);
        assertThat(journey.path("burned").asDouble()).isEqualTo(0.116);
    }

    @Test void programsLearnThatNobodyCouldTellTheCost() {
        assertThat(Json.object(VerdictText.json(VERDICT, Optional.empty())).path("cost").isNull()).isTrue();
    }
}

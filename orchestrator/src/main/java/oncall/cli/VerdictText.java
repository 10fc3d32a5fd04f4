package oncall.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import oncall.grade.JsonReport;
import oncall.grade.TextReport;
import oncall.grade.Verdict;
import oncall.session.ErrorBudget;

/** A verdict with what the incident cost customers: the same for {@code ./lab verify} and {@code mvn verify}. */
final class VerdictText {
    private VerdictText() { }

    /** @param cost empty where the monitoring does not tell */
    static String text(TextReport report, Verdict verdict, Optional<ErrorBudget> cost) {
        return report.render(verdict) + cost.map(CostText::text).orElse("");
    }

    /** The fields of {@link Verdict}, and {@code cost} with those of {@link ErrorBudget}; null where the monitoring does not tell. */
    static String json(Verdict verdict, Optional<ErrorBudget> cost) {
        ObjectNode fields = Json.object(new JsonReport().render(verdict));
        return Json.text(fields.putPOJO("cost", cost.orElse(null)));
    }
}

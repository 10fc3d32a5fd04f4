package oncall.cli;

import oncall.session.ErrorBudget;

/** What customers felt, in numbers. */
final class CostText {
    private CostText() { }

    static String text(ErrorBudget cost) {
        if (cost.journeys().isEmpty()) return "";
        Table table = new Table("journey", "requests", "failed", "slow", "of a month's error budget");
        cost.journeys().forEach(journey -> table.row(journey.added() ? "was well when it was handed over: this was added meanwhile" : "", Terminal::bold,
            journey.name(), journey.requests().all(), journey.requests().failed(), journey.requests().slow(), "%.1f %%".formatted(100 * journey.burned())));
        return "\nWhat customers felt while it was yours (%.0f minutes, by the synthetic shoppers):%n".formatted(cost.minutes()) + table.render() + "\n";
    }
}

package oncall.cli;

import oncall.session.ErrorBudget;

/** What customers felt, in numbers. */
final class CostText {
    private CostText() { }

    static String text(ErrorBudget cost) {
        if (cost.journeys().isEmpty()) return "";
        Table table = new Table("journey", "tried", "failed", "slow", "of a month's error budget");
        cost.journeys().forEach(journey -> table.row(journey.added() ? "was well when it was handed over: this was added meanwhile" : "", Terminal::bold,
            journey.name(), journey.outcomes().all(), journey.outcomes().failed(), journey.outcomes().slow(), "%.1f %%".formatted(100 * journey.burned())));
        long minutes = Math.round(cost.minutes());
        return "\nWhat customers felt while it was yours (%d minute%s, by the synthetic shoppers):%n".formatted(minutes, minutes == 1 ? "" : "s") + table.render() + "\n";
    }
}

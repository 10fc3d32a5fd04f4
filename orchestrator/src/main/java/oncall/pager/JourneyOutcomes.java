package oncall.pager;

/** How often customers made a journey: to its end and in time, to its end with a step that took too long, or in vain. */
public record JourneyOutcomes(long good, long slow, long failed) {
    static JourneyOutcomes of(String outcome, long count) {
        return switch (outcome) {
            case "failure" -> new JourneyOutcomes(0, 0, count);
            case "slow" -> new JourneyOutcomes(0, count, 0);
            default -> new JourneyOutcomes(count, 0, 0);
        };
    }

    public JourneyOutcomes plus(JourneyOutcomes other) { return new JourneyOutcomes(good + other.good, slow + other.slow, failed + other.failed); }

    public long all() { return good + slow + failed; }

    /** The share of all that customers were not content with, from 0 to 1. */
    public double bad() { return all() == 0 ? 0 : (slow + failed) / (double) all(); }
}

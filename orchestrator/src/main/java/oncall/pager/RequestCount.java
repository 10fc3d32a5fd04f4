package oncall.pager;

/** How many requests of customers were answered well, too slowly, or not as they should be. */
public record RequestCount(long good, long slow, long failed) {
    public static final RequestCount NONE = new RequestCount(0, 0, 0);

    static RequestCount of(String outcome, long count) {
        return switch (outcome) {
            case "failure" -> new RequestCount(0, 0, count);
            case "slow" -> new RequestCount(0, count, 0);
            default -> new RequestCount(count, 0, 0);
        };
    }

    public RequestCount plus(RequestCount other) { return new RequestCount(good + other.good, slow + other.slow, failed + other.failed); }

    public long all() { return good + slow + failed; }

    /** The share of all that customers were not content with, from 0 to 1. */
    public double bad() { return all() == 0 ? 0 : (slow + failed) / (double) all(); }
}

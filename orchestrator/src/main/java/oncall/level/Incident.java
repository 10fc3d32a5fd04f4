package oncall.level;

/**
 * One of several incidents that a level brings at the same time. While it lasts, every journey of its kind fails.
 *
 * @param name a word by which the player speaks of it, such as {@code orders}
 * @param complaint what the person says who reports it, with what it costs
 * @param severity what it is worth by what it costs; for the player to find
 * @param journey the shoppers' journey that it makes fail
 */
public record Incident(String name, String complaint, Severity severity, String journey) {

    /** The seed key whose value names those of a variant, separated by commas, in the order in which they are reported. */
    public static final String SEED_KEY = "incidents";
}

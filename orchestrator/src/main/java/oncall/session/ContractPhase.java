package oncall.session;

/**
 * One phase of a level's contract, tried once.
 *
 * @param round    from 1
 * @param phase    such as "wrong fix edit-without-reload"
 * @param expected "green" or "red"
 * @param outcome  "green", "red", "could not grade", "error", or "skipped" where this host lacks what the phase needs
 * @param seconds  how long it took
 * @param detail   why it is red, in error or skipped: the first finding, as a player would read it
 */
public record ContractPhase(String level, long seed, int round, String phase, String expected, String outcome, double seconds, String detail) {
    static final String SKIPPED = "skipped";

    public boolean asItShouldBe() { return expected.equals(outcome) || outcome.equals(SKIPPED); }
}

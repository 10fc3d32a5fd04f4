package oncall.grade;

/**
 * A finding, and how to look again.
 *
 * @param id JUnit's unique id of the check
 * @param steady whether looking again cannot change a failure
 */
record Judged(String id, Finding finding, boolean steady) {

    boolean is(Outcome outcome) {
        return finding.outcome() == outcome;
    }
}

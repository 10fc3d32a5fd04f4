package oncall.grade;

/** What a check found. */
public enum Outcome {
    /** As it should be. */
    PASS,
    /** Not as it should be. */
    FAIL,
    /** The check does not apply here. */
    SKIPPED,
    /** Could not look: a machine was unreachable or the check itself broke. Never the player's fault. */
    UNKNOWN
}

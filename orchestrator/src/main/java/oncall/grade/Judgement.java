package oncall.grade;

import java.time.Duration;
import java.util.List;

/**
 * Everything that was found at one time.
 *
 * @param phase such as "before reboot"
 * @param conclusive false when a machine could not be reached, so that even a failed check proves nothing
 */
public record Judgement(String phase, List<Finding> findings, boolean conclusive) {

    public Judgement {
        findings = List.copyOf(findings);
    }

    /** A judgement which could not be made at all, for instance because a reboot did not end. */
    public static Judgement impossible(String phase, String reason) {
        return new Judgement(phase,
                List.of(new Finding(phase, Outcome.UNKNOWN, reason, Duration.ZERO, false)), false);
    }

    public boolean has(Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.outcome() == outcome);
    }

    /** Whether every check said that it does not apply here. */
    public boolean skipped() {
        return !findings.isEmpty() && findings.stream().allMatch(finding -> finding.outcome() == Outcome.SKIPPED);
    }

    /** Whether something was looked at and all of it was well. */
    public boolean green() {
        return conclusive && has(Outcome.PASS) && !has(Outcome.FAIL) && !has(Outcome.UNKNOWN);
    }
}

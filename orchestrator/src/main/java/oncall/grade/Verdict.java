package oncall.grade;

import java.util.List;

/** Whether an incident is over. */
public record Verdict(String level, long seed, Status status, List<Judgement> judgements) {

    public enum Status { FIXED, NOT_FIXED, COULD_NOT_GRADE }

    /**
     * Draws the conclusion. In this order:
     * <ol>
     *   <li>A machine was unreachable at any time: could not grade. Whatever failed may have failed
     *       because of that, and a stopped machine is not the player's mend.
     *   <li>A check failed while every machine could be asked: not fixed, even if another check is unknown.
     *   <li>A check is unknown, or nothing was checked: could not grade.
     *   <li>Else fixed.
     * </ol>
     */
    public static Verdict of(String level, long seed, List<Judgement> judgements) {
        return new Verdict(level, seed, status(judgements), List.copyOf(judgements));
    }

    private static Status status(List<Judgement> judgements) {
        if (judgements.isEmpty() || judgements.stream().anyMatch(judgement -> !judgement.conclusive())) {
            return Status.COULD_NOT_GRADE;
        }
        if (judgements.stream().anyMatch(judgement -> judgement.has(Outcome.FAIL))) {
            return Status.NOT_FIXED;
        }
        return judgements.stream().allMatch(Judgement::green) ? Status.FIXED : Status.COULD_NOT_GRADE;
    }
}

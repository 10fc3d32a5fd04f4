package oncall.grade;

import java.util.Comparator;
import java.util.List;

/** A verdict for people: what is wrong or was left out in full, what is well as a number. */
public final class TextReport {

    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String YELLOW = "33";

    private final boolean colour;

    /** @param colour whether to use ANSI colours */
    public TextReport(boolean colour) {
        this.colour = colour;
    }

    /** With colours if standard output is a terminal and NO_COLOR is not set. */
    public static TextReport forStandardOutput() {
        String noColour = System.getenv("NO_COLOR");
        return new TextReport(System.console() != null && (noColour == null || noColour.isEmpty()));
    }

    /** Several lines, each ended by a newline; the last says the verdict. */
    public String render(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        verdict.judgements().forEach(judgement -> text.append(render(judgement)));
        return text.append(conclusion(verdict)).append('\n').toString();
    }

    /** One judgement: its phase, what is wrong, what was left out and why, and how many checks passed. */
    public String render(Judgement judgement) {
        StringBuilder text = new StringBuilder(judgement.phase()).append('\n');
        judgement.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.PASS)
                .sorted(Comparator.comparing((Finding finding) -> finding.outcome() == Outcome.SKIPPED)
                        .thenComparing(finding -> !finding.symptom()))
                .forEach(finding -> text.append(render(finding)));
        return text.append("  ").append(counts(judgement.findings())).append('\n').toString();
    }

    private String render(Finding finding) {
        String word = switch (finding.outcome()) {
            case FAIL -> paint(RED, "FAIL   ");
            case UNKNOWN -> paint(YELLOW, "UNKNOWN");
            default -> "SKIPPED";
        };
        String lines = finding.message().isBlank() ? ""
                : "          " + finding.message().strip().replace("\n", "\n          ") + "\n";
        return "  " + word + " " + finding.check() + "\n" + lines;
    }

    private String counts(List<Finding> findings) {
        long passed = count(findings, Outcome.PASS);
        long skipped = count(findings, Outcome.SKIPPED);
        return passed + (passed == 1 ? " check passed" : " checks passed")
                + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }

    private String conclusion(Verdict verdict) {
        String which = ": %s (seed %d)".formatted(verdict.level(), verdict.seed());
        return switch (verdict.status()) {
            case FIXED -> paint(GREEN, "FIXED") + which;
            case NOT_FIXED -> paint(RED, "NOT FIXED") + which;
            case COULD_NOT_GRADE -> paint(YELLOW, "COULD NOT GRADE") + which
                    + ". This is not held against you.";
        };
    }

    private static long count(List<Finding> findings, Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

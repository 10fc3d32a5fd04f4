package oncall.grade;

/** A verdict for programs. */
public final class JsonReport {

    public String render(Verdict verdict) {
        throw new UnsupportedOperationException("being built");
    }
}

package oncall.grade;

/** A verdict for CI servers, in the XML which Ant's JUnit task made common. */
public final class JunitXmlReport {

    public String render(Verdict verdict) {
        throw new UnsupportedOperationException("being built");
    }
}

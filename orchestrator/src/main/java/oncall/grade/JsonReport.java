package oncall.grade;

/** A verdict for programs: the fields of {@link Verdict}, with times in seconds. */
public final class JsonReport {

    public String render(Verdict verdict) {
        return Json.write(verdict) + "\n";
    }
}

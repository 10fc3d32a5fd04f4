package oncall.grade;

import java.util.Objects;
import java.util.stream.Stream;
import oncall.remote.RemoteUnreachable;
import org.awaitility.core.ConditionTimeoutException;
import org.opentest4j.TestAbortedException;

/** What an exception out of a check means. */
final class Failures {

    private Failures() {}

    /** A machine that could not be asked outweighs everything: what was asserted on top of it proves nothing. */
    static Outcome outcome(Throwable failure) {
        if (causes(failure).anyMatch(RemoteUnreachable.class::isInstance)) {
            return Outcome.UNKNOWN;
        }
        if (failure instanceof TestAbortedException) {
            return Outcome.SKIPPED;
        }
        return assertion(failure) ? Outcome.FAIL : Outcome.UNKNOWN;
    }

    static String message(Outcome outcome, Throwable failure) {
        String said = failure instanceof ConditionTimeoutException && failure.getCause() != null
                ? failure.getCause().getMessage() : failure.getMessage();
        String text = said == null ? "" : said.strip();
        return switch (outcome) {
            case FAIL -> text.isEmpty() ? "is not as it should be" : text;
            case UNKNOWN -> "could not look: " + (failure instanceof RemoteUnreachable && !text.isEmpty()
                    ? text : failure.getClass().getSimpleName() + (text.isEmpty() ? "" : ": " + text));
            case PASS, SKIPPED -> text;
        };
    }

    /** Awaitility reports an assertion that never held as an exception of its own. */
    private static boolean assertion(Throwable failure) {
        return failure instanceof AssertionError || failure instanceof ConditionTimeoutException
                && (failure.getCause() == null || failure.getCause() instanceof AssertionError);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}

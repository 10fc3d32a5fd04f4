package oncall.grade;

import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** What a check's annotations say. */
record CheckMethod(boolean symptom, boolean steady, boolean inBrowser) {

    /** Whether a player's mend is judged by it. */
    boolean judgesMends() {
        return !inBrowser;
    }

    static CheckMethod of(Optional<TestSource> source) {
        return source.filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .map(method -> new CheckMethod(
                        method.getJavaMethod().isAnnotationPresent(Symptom.class),
                        method.getJavaMethod().isAnnotationPresent(Steady.class),
                        method.getJavaMethod().isAnnotationPresent(InBrowser.class)))
                .orElse(new CheckMethod(false, false, false));
    }
}

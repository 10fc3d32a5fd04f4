package oncall.grade;

import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** What a check's annotations say. */
record CheckMethod(boolean symptom, boolean steady) {

    static CheckMethod of(Optional<TestSource> source) {
        return source.filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .map(method -> new CheckMethod(
                        method.getJavaMethod().isAnnotationPresent(Symptom.class),
                        method.getJavaMethod().isAnnotationPresent(Steady.class)))
                .orElse(new CheckMethod(false, false));
    }
}

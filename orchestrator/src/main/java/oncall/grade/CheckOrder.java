package oncall.grade;

import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Findings in the order of {@code @Order}, where checks have one; it does not keep them from running side by side. */
final class CheckOrder extends MethodOrderer.OrderAnnotation {

    @Override
    public Optional<ExecutionMode> getDefaultExecutionMode() {
        return Optional.empty();
    }
}

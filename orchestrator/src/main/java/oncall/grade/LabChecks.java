package oncall.grade;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of checks. Its {@code @Test} methods, and its constructor, may take a {@link Lab}.
 *
 * <p>Checks run at the same time as others. One which disturbs the stage while it looks is marked
 * with {@link org.junit.jupiter.api.parallel.Isolated} at its class. Whatever a check creates it also removes.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LabExtension.class)
public @interface LabChecks {}

package oncall.grade;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a check whose failure does not go away by waiting, such as one of lost data. It is judged
 * once; other failed checks are looked at again until the {@linkplain Grader grader's} window is over.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Steady {}

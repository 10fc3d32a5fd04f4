package oncall.grade;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * At a level's class of checks: what a right mend of this level may change, so that the checks of
 * the rest of the stage do not hold it against the player.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allows {

    /** Tables whose rows may change or vanish, as {@code table}. */
    String[] rows() default {};

    /** Units which need not be as before, as {@code machine/unit}. */
    String[] units() default {};

    /** Ports which need not listen any more, as {@code machine:port}. */
    String[] ports() default {};

    /** Files whose owner and mode may change, as {@code machine:/path}. */
    String[] files() default {};
}

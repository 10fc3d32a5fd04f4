package oncall.grade;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a check which looks at the shop through a real browser. The level's contract tries it, on the broken stage and
 * on a mended one; a player's mend is not judged by it, as not every host has a browser that can be driven.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InBrowser {}

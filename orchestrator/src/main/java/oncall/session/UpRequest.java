package oncall.session;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A level asked for.
 *
 * @param level      an id, or "random"
 * @param seed       the variant; drawn when empty
 * @param difficulty only levels of this difficulty, for "random"
 */
public record UpRequest(String level, OptionalLong seed, OptionalInt difficulty) {
    public static final String RANDOM = "random";
}

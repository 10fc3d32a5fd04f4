package oncall.level;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a level may be called: its folder, its commands and its class of checks are named after it. */
public final class LevelId {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** On the command line these mean something else; the last is the folder of the stage. */
    private static final Set<String> RESERVED = Set.of("random", "all", "stage");

    private LevelId() {}

    /** Full name of the class which says what "fixed" means for the level of this id. */
    public static String checksClass(String id) {
        return "oncall.checks." + Arrays.stream(id.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining()) + "Checks";
    }

    /** What speaks against the id; empty if nothing does. */
    public static Optional<String> problem(String id) {
        if (!FORM.matcher(id).matches()) {
            return Optional.of("'%s' must be lower-case words joined by dashes".formatted(id));
        }
        return RESERVED.contains(id) ? Optional.of("'%s' has a meaning of its own here".formatted(id)) : Optional.empty();
    }
}

package oncall.level;

import java.util.List;

/** Nobody knows a level of that name; the message lists the known ones and suggests the nearest. */
public class UnknownLevel extends RuntimeException {

    UnknownLevel(String name, List<String> known) {
        super("No level '%s'.%s Levels: %s".formatted(name,
                Nearest.to(name, known).map(nearest -> " Did you mean " + nearest + "?").orElse(""),
                String.join(", ", known)));
    }
}

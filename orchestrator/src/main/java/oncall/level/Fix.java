package oncall.level;

import java.util.List;

/** One way to mend a level, or to try in vain; its scripts run in the stage's order of machines. */
public record Fix(String name, List<LevelScript> scripts) {}
